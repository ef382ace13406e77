import type { ProviderCode } from './producer';
import { checkUscc } from './uscc';

/**
 * TC260-PG-20252A: format `00`, subject type 1, binding type 1, USCC 18, service 1, model or application 4.
 * Subject and binding types other than `1` are not published where we could read them; any is accepted.
 */
const PROVIDER_CODE =
  /^(?<format>00)(?<subject>[0-9A-Z])(?<binding>[0-9A-Z])(?<uscc>[0-9A-HJ-NPQRTUWXY]{18})(?<service>[012])(?<model>[0-9A-Z]{4})$/;

/**
 * Splits a provider code (TC260-PG-20252A, 27 characters) into its fields and checks the USCC's check digit.
 *
 * @returns `undefined` where the text is not of that form
 */
export function splitProviderCode(text: string): ProviderCode | undefined {
  const fields = PROVIDER_CODE.exec(text)?.groups;
  if (fields === undefined) return undefined;
  const { format = '', subject = '', binding = '', uscc = '', service = '', model = '' } = fields;
  return {
    format,
    subjectType: subject,
    bindingType: binding,
    uscc,
    service,
    model,
    checkDigit: checkUscc(uscc),
  };
}

/** Shortest run of digits and capitals that was meant to be a code rather than a name. */
const CODE_LIKE = /^[0-9A-Z]{20,}$/;

/** Whether a value looks like a provider code, well-formed or not. */
export const looksLikeCode = (text: string): boolean => CODE_LIKE.test(text);
