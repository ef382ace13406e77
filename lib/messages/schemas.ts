import * as v from 'valibot';
import { fileText } from '../bytes/file-text';
import { INTEGRITIES, SIGNER_STANDINGS, UNCHECKED_REASONS } from '../c2pa/credential';
import { CONTAINER_IDS } from '../containers/container';
import { PIXELS_STATES } from '../inspect/inspection';
import { ASSURANCES, NAMED_SIGNALS, REMARK_CODES } from '../signals/finding';
import { SECURITY_CODES, SIGNATURE_GAPS } from '../signals/gb45438/label-signature';
import { ITEM_KINDS, LABEL_SHOWN, MEDIUM_KINDS, NAMED_BY } from './page-items';

/**
 * Shapes of what crosses between contexts. A content script lives in a page's process, so what it sends is
 * parsed like anything hostile: known keys only, every list and text bounded.
 */

/** Longest text field taken from a message; raw values of findings are the longest things that travel. */
const MAX_TEXT = 256 * 1024;
const MAX_LIST = 256;
const MAX_URL = 64 * 1024;

const text = v.pipe(
  v.string(),
  v.maxLength(MAX_TEXT),
  v.transform((value) => fileText(value)),
);
const url = v.pipe(v.string(), v.maxLength(MAX_URL));
const short = v.pipe(v.string(), v.maxLength(4096));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(MAX_LIST));
const row = v.object({ name: text, value: text });

const remark = v.object({ code: v.picklist(REMARK_CODES), value: v.exactOptional(text) });
const state = v.picklist(['confirmed', 'possible', 'suspected']);
const extent = v.picklist(['full', 'partial', 'unknown']);
const statement = v.variant('kind', [
  v.object({ kind: v.literal('ai'), state, extent }),
  v.object({ kind: v.literal('captured') }),
  v.object({ kind: v.literal('other') }),
  v.object({ kind: v.literal('nothing') }),
]);

const localized = v.object({ 'zh-CN': short, en: short });
const producer = v.object({
  raw: text,
  code: v.exactOptional(
    v.object({
      format: short,
      subjectType: short,
      bindingType: short,
      uscc: short,
      service: short,
      model: short,
      checkDigit: v.picklist(['passes', 'fails']),
    }),
  ),
  company: v.exactOptional(
    v.object({ id: short, name: localized, products: list(short), source: short, checkedAt: short }),
  ),
});
const signatureResult = v.variant('state', [
  v.object({ state: v.literal('matches') }),
  v.object({ state: v.literal('differs') }),
  v.object({ state: v.literal('unchecked'), why: v.picklist(SIGNATURE_GAPS) }),
]);
const labelSignature = v.object({
  code: v.picklist(SECURITY_CODES),
  algorithm: v.exactOptional(text),
  result: signatureResult,
});
const gbLabel = v.object({
  fields: v.object({
    Label: v.exactOptional(text),
    ContentProducer: v.exactOptional(text),
    ProduceID: v.exactOptional(text),
    ReservedCode1: v.exactOptional(text),
    ContentPropagator: v.exactOptional(text),
    PropagateID: v.exactOptional(text),
    ReservedCode2: v.exactOptional(text),
  }),
  others: list(row),
  producer: v.exactOptional(producer),
  propagator: v.exactOptional(producer),
  signatures: v.exactOptional(list(labelSignature)),
});
const generator = v.object({
  tool: short,
  version: v.exactOptional(text),
  model: v.exactOptional(text),
  prompt: v.exactOptional(text),
  negativePrompt: v.exactOptional(text),
  seed: v.exactOptional(text),
  steps: v.exactOptional(text),
  sampler: v.exactOptional(text),
  guidance: v.exactOptional(text),
  size: v.exactOptional(text),
  loras: v.exactOptional(list(text)),
  others: v.exactOptional(list(row)),
  workflow: v.exactOptional(text),
});

const TRACE = /^generator:[a-z0-9-]{1,64}$/;
const PLATFORM = /^platform:[a-z0-9-]{1,64}$/;
const signal = v.union([
  v.picklist(NAMED_SIGNALS),
  v.custom<`generator:${string}`>((value) => typeof value === 'string' && TRACE.test(value)),
  v.custom<`platform:${string}`>((value) => typeof value === 'string' && PLATFORM.test(value)),
]);
const finding = v.object({
  signal,
  place: v.object({ path: list(short), offset: v.exactOptional(count) }),
  raw: text,
  states: statement,
  assurance: v.picklist(ASSURANCES),
  remarks: list(remark),
  gb: v.exactOptional(gbLabel),
  generator: v.exactOptional(generator),
  rows: v.exactOptional(list(v.object({ name: short, value: text }))),
});
const findings = list(finding);
const someFindings = v.pipe(v.tupleWithRest([finding], finding), v.maxLength(MAX_LIST));

const SOURCE_FAILURES = [
  'network-failed',
  'http-error',
  'needs-sign-in',
  'timed-out',
  'blocked',
  'private-network',
  'gone',
  'refused-type',
] as const;
const NOT_CHECKED = [...SOURCE_FAILURES, 'paused', 'too-large', 'no-bytes', 'save-data', 'budget'] as const;
const UNREADABLE = ['truncated', 'malformed', 'over-budget', 'unsupported', 'internal'] as const;

const verdict = v.variant('kind', [
  v.object({ kind: v.literal('ai'), state, extent, because: someFindings, conflicts: findings }),
  v.object({ kind: v.literal('captured'), because: someFindings }),
  v.object({ kind: v.literal('credential-broken'), findings }),
  v.object({ kind: v.literal('no-label'), looked: list(short) }),
  v.object({ kind: v.literal('unreadable'), why: v.picklist(UNREADABLE) }),
  v.object({ kind: v.literal('not-checked'), why: v.picklist(NOT_CHECKED) }),
]);

const statusCode = v.object({
  code: text,
  kind: v.picklist(['success', 'informational', 'failure']),
  explanation: v.exactOptional(text),
  url: v.exactOptional(text),
});
const signedBy = v.object({
  name: v.exactOptional(text),
  organization: v.exactOptional(text),
  issuer: v.exactOptional(text),
  serial: v.exactOptional(text),
  validFrom: v.exactOptional(text),
  validTo: v.exactOptional(text),
  signedAt: v.exactOptional(text),
  stampedBy: v.exactOptional(text),
  algorithm: v.exactOptional(text),
});
const credentialKinds = [
  v.object({
    kind: v.literal('checked'),
    integrity: v.picklist(INTEGRITIES),
    signer: v.picklist(SIGNER_STANDINGS),
    signedBy: v.exactOptional(signedBy),
    failed: list(text),
    codes: list(statusCode),
    unbound: v.exactOptional(v.boolean()),
  }),
  v.object({ kind: v.literal('elsewhere'), url: text }),
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.literal('unchecked'), why: v.picklist(UNCHECKED_REASONS) }),
] as const;

/** A `CredentialCheck`. */
export const credentialSchema = v.variant('kind', credentialKinds);

/** What a file is, or that it is not known. */
export const containerSchema = v.picklist([...CONTAINER_IDS, 'unknown']);

export const inspectionSchema = v.object({
  container: containerSchema,
  verdict,
  findings,
  remarks: list(remark),
  credential: v.exactOptional(
    v.variant('kind', [...credentialKinds, v.object({ kind: v.literal('checking') })]),
  ),
  pixels: v.exactOptional(v.picklist(PIXELS_STATES)),
  ofFile: v.exactOptional(verdict),
  read: v.object({ state: v.picklist(['complete', ...UNREADABLE]), bytes: count, reads: count }),
});

const mediumKind = v.picklist(MEDIUM_KINDS);

export const pageItemSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/)),
  kind: v.picklist(ITEM_KINDS),
  as: v.exactOptional(v.picklist(['background', 'poster'])),
  mediaUrl: url,
  pageUrl: url,
  alt: text,
  excerpt: v.exactOptional(text),
  inspection: inspectionSchema,
  pageShowsLabel: v.exactOptional(v.picklist(LABEL_SHOWN)),
  label: v.object({
    badge: v.picklist(['confirmed', 'possible', 'suspected', 'broken', 'captured']),
    text: v.picklist(['confirmed.full', 'confirmed.partial', 'possible', 'suspected', 'broken', 'captured']),
    pending: v.boolean(),
    saidBy: v.exactOptional(v.picklist(['page', 'platform'])),
  }),
  readAt: short,
});

export const pageCountsSchema = v.object({
  labelled: count,
  noLabel: count,
  unreadable: count,
  notChecked: v.record(v.picklist(NOT_CHECKED), count),
});

/** Most credentials elsewhere that one frame names; of several none counts (C2PA 2.5, A.5). */
const MAX_NAMED = 4;
export const namedListSchema = v.pipe(
  v.array(v.object({ url, by: v.picklist(NAMED_BY) })),
  v.maxLength(MAX_NAMED),
);

export const urlSchema = url;
export const mediumKindSchema = mediumKind;
export const itemIdSchema = pageItemSchema.entries.id;
export const itemListSchema = list(pageItemSchema);
export const idListSchema = v.pipe(v.array(itemIdSchema), v.maxLength(10_000));
