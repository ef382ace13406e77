/*
 * Provider codes and labels of the specimens (TC260-PG-20252A, GB 45438-2025 Annex E). All numbers but the one marked
 * REAL are invented: division 990000 does not exist, so no company can be meant; their check digits are right.
 */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Appends the check digit of GB 32100-2015 to the first 17 characters of a unified social credit code. */
function withCheckDigit(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return first17 + ALPHABET.charAt((31 - (sum % 31)) % 31);
}

const STUDIO = withCheckDigit('91990000MA0DEM0A1');
const FORUM = withCheckDigit('91990000MA0DEM0B2');

/** Invented generation service: `00` · organisation · USCC · generation · model 0001. */
export const INVENTED_STUDIO = `0011${STUDIO}10001`;
/** Invented dissemination service. */
export const INVENTED_FORUM = `0011${FORUM}20001`;
/** The invented studio with its last USCC character changed, so that the check digit fails. */
export const FAILING_STUDIO = `0011${STUDIO.slice(0, 17)}${STUDIO.endsWith('0') ? '1' : '0'}10001`;
/** REAL code of a company, as public files carry it; used in one specimen only, to show how a code is decoded. */
export const REAL_DOUBAO = '001191110102MACQD9K64010000';

type Fields = {
  readonly label: string;
  readonly id: string;
  readonly producer?: string;
  readonly propagator?: string;
  readonly propagateId?: string;
};

/** The seven fields of Annex E as JSON, in its order, without blanks. */
export function gbJson({
  label,
  id,
  producer = INVENTED_STUDIO,
  propagator = producer,
  propagateId = id,
}: Fields): string {
  return JSON.stringify({
    Label: label,
    ContentProducer: producer,
    ProduceID: id,
    ReservedCode1: '',
    ContentPropagator: propagator,
    PropagateID: propagateId,
    ReservedCode2: '',
  });
}

/** The same inside `{"AIGC": …}`, as Annex B of the practice guide places it in EXIF and PNG text. */
export function wrapped(json: string): string {
  return `{"AIGC":${json}}`;
}
