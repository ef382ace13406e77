import { ByteFault } from '../bytes/fault';
import { type FileText, fileText } from '../bytes/file-text';
import { MAX_ASSERTION_BYTES, MAX_DECODED_STORE_BYTES } from '../bytes/limits';
import type { Parse } from '../bytes/parse';
import { absoluteOffset } from '../bytes/span-view';
import { type CborValue, decodeCbor } from '../metadata/cbor';
import {
  boxOffset,
  type Jumbf,
  type JumbfBox,
  type JumbfSuperbox,
  readChildren,
  readPayload,
  readSuperbox,
} from '../metadata/jumbf';
import { attempt } from './attempt';
import type {
  C2paAction,
  C2paDisclosure,
  C2paFault,
  C2paIngredient,
  C2paManifest,
  C2paSourceType,
} from './manifest-store';
import { type AssertionPlace, readActions } from './read-actions';
import { readClaim } from './read-claim';
import { readDisclosure, readSourceTypes } from './read-disclosures';
import { readIngredient } from './read-ingredient';
import { parseJson } from './values';

/** A store being read: its JUMBF text, the bytes decoded so far, and what stood in the way. */
export type StoreReading = { readonly jumbf: Jumbf; decoded: number; readonly faults: C2paFault[] };

type Draft = {
  claim: Pick<C2paManifest, 'claimGenerator' | 'title'>;
  readonly actions: C2paAction[];
  readonly ingredients: C2paIngredient[];
  readonly metadataSourceTypes: C2paSourceType[];
  readonly disclosures: C2paDisclosure[];
  readonly assertions: FileText[];
};

/** How an assertion is taken up; `optional` ones may be damaged without costing the manifest. */
type AssertionReader = {
  readonly label: RegExp;
  readonly optional: boolean;
  take(draft: Draft, value: CborValue, place: AssertionPlace): void;
};

/** Several assertions of one kind carry `__1`, `__2` … (C2PA 2.5 §6.3). */
const INSTANCE_SUFFIX = /__\d+$/;

/** Every assertion read at all. The payload of any other (thumbnails, hashes, files) is not even asked for. */
const ASSERTIONS: readonly AssertionReader[] = [
  {
    label: /^c2pa\.actions(?:\.v\d+)?$/,
    optional: false,
    take: (draft, value, place) => draft.actions.push(...readActions(value, place)),
  },
  {
    label: /^c2pa\.ingredient(?:\.v\d+)?$/,
    optional: false,
    take: (draft, value, place) => draft.ingredients.push(readIngredient(value, place)),
  },
  {
    label: /^(?:c2pa\.ai-disclosure|c2pa\.ai_generated_content|com\.suno\.provenance)$/,
    optional: true,
    take: (draft, value, place) => draft.disclosures.push(readDisclosure(value, place)),
  },
  {
    label: /^(?:stds\.iptc.*|stds\.exif|stds\.schema-org\.CreativeWork|c2pa\.metadata|cawg\.metadata)$/,
    optional: true,
    take: (draft, value, place) => draft.metadataSourceTypes.push(...readSourceTypes(value, place)),
  },
];

/**
 * Reads what one manifest says about origin: its claim, actions, ingredients and metadata. Signatures,
 * thumbnails, hashes and credentials are skipped by their box lengths.
 *
 * @throws ByteFault where the manifest's boxes, claim, actions or ingredients cannot be read
 */
export function* readManifest(reading: StoreReading, manifest: JumbfSuperbox): Parse<C2paManifest> {
  const draft: Draft = {
    claim: {},
    actions: [],
    ingredients: [],
    metadataSourceTypes: [],
    disclosures: [],
    assertions: [],
  };
  const label = fileText(manifest.label);
  for (const box of yield* readChildren(reading.jumbf, manifest)) {
    if (box.type === 'jumb') yield* readPart(reading, draft, label, yield* readSuperbox(reading.jumbf, box));
  }
  const { claim, ...rest } = draft;
  return { label, ...claim, ...rest, offset: boxOffset(reading.jumbf, manifest) };
}

function* readPart(reading: StoreReading, draft: Draft, label: FileText, part: JumbfSuperbox): Parse<void> {
  if (part.kind === 'c2cl') draft.claim = readClaim(yield* decodeContent(reading, part));
  if (part.kind !== 'c2as') return;
  for (const box of yield* readChildren(reading.jumbf, part)) {
    if (box.type === 'jumb')
      yield* readAssertion(reading, draft, label, yield* readSuperbox(reading.jumbf, box));
  }
}

function* readAssertion(
  reading: StoreReading,
  draft: Draft,
  label: FileText,
  assertion: JumbfSuperbox,
): Parse<void> {
  const place = { assertion: fileText(assertion.label), offset: boxOffset(reading.jumbf, assertion) };
  draft.assertions.push(place.assertion);
  const base = assertion.label.replace(INSTANCE_SUFFIX, '');
  const reader = ASSERTIONS.find((one) => one.label.test(base));
  if (reader === undefined) return;
  const taken = takeUp(reading, draft, reader, assertion, place);
  if (!reader.optional) return yield* taken;
  const outcome = yield* attempt(taken, label);
  if ('fault' in outcome) reading.faults.push(outcome.fault);
}

function* takeUp(
  reading: StoreReading,
  draft: Draft,
  reader: AssertionReader,
  assertion: JumbfSuperbox,
  place: AssertionPlace,
): Parse<void> {
  reader.take(draft, yield* decodeContent(reading, assertion), place);
}

/** Decodes the CBOR or JSON box of an assertion or claim; a redacted assertion has none and is `undefined`. */
function* decodeContent(reading: StoreReading, parent: JumbfSuperbox): Parse<CborValue> {
  const boxes = yield* readChildren(reading.jumbf, parent);
  const content = boxes.find(({ type }) => type === 'cbor' || type === 'json');
  if (content === undefined) return undefined;
  const bytes = yield* readContent(reading, content, parent.label);
  return content.type === 'json'
    ? parseJson(new TextDecoder().decode(bytes))
    : decodeCbor(bytes, absoluteOffset(reading.jumbf.view, content.content));
}

function* readContent(reading: StoreReading, box: JumbfBox, what: string): Parse<Uint8Array> {
  reading.decoded += box.end - box.content;
  if (reading.decoded > MAX_DECODED_STORE_BYTES)
    throw new ByteFault('over-budget', `more than ${MAX_DECODED_STORE_BYTES} bytes of assertions`);
  return yield* readPayload(reading.jumbf, box, MAX_ASSERTION_BYTES, what);
}
