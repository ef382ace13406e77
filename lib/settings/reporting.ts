import * as v from 'valibot';
import { FORM_VALUES, RECIPIENT_PURPOSES, type RecipientRow } from '../rules/recipient-row';

/** More own recipients than anyone keeps by hand. */
export const MAX_OWN_RECIPIENTS = 200;

/** Longest text of a recipient that a person or an organisation enters. */
export const MAX_RECIPIENT_CHARS = 500;

/** What a person entered once for their reports. */
export type Reporting = {
  /** Empty where the person does not say who they are. */
  readonly reporter: { readonly name: string; readonly email: string };
  /** Own recipients; one with the id of a shipped row corrects it. */
  readonly recipients: readonly RecipientRow[];
};

export const NO_REPORTING: Reporting = { reporter: { name: '', email: '' }, recipients: [] };

const text = v.pipe(v.string(), v.maxLength(MAX_RECIPIENT_CHARS));
const filled = v.pipe(text, v.trim(), v.minLength(1));
const httpsUrl = v.pipe(filled, v.url(), v.startsWith('https://'));
/** Plain http reaches this machine only, where the reference receiver runs. */
const LOOPBACK = /^http:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?(?:\/|$)/;
const endpointUrl = v.union([httpsUrl, v.pipe(filled, v.url(), v.regex(LOOPBACK))]);
const localized = v.object({ 'zh-CN': filled, en: filled });
const list = v.exactOptional(v.pipe(v.array(filled), v.maxLength(MAX_OWN_RECIPIENTS)));

/** More fields than a form for people has. */
const MAX_FIELDS = 30;

/** Fields of a described form. */
export const formFields = v.exactOptional(
  v.pipe(v.array(v.object({ selector: filled, value: v.picklist(FORM_VALUES) })), v.maxLength(MAX_FIELDS)),
);

const channelSchema = v.variant('kind', [
  v.object({ kind: v.literal('form'), url: endpointUrl, fields: formFields }),
  v.object({ kind: v.literal('api'), url: endpointUrl }),
  v.object({ kind: v.literal('mail'), address: v.pipe(filled, v.email()) }),
  v.object({ kind: v.literal('phone'), number: v.pipe(filled, v.regex(/^[+\d][\d ()-]*$/)) }),
  v.object({ kind: v.literal('in-page'), menu: localized }),
  v.object({ kind: v.literal('atproto'), service: httpsUrl }),
]);

const rowSchema = v.object({
  id: filled,
  name: localized,
  kind: v.picklist(['authority', 'provider', 'platform', 'organization']),
  purpose: v.picklist(RECIPIENT_PURPOSES),
  channel: channelSchema,
  profiles: list,
  categories: list,
  hosts: list,
  usccs: list,
  names: list,
  source: text,
  checkedAt: text,
  confidence: v.picklist(['user', 'managed']),
});

const reportingSchema = v.object({
  reporter: v.fallback(v.object({ name: text, email: text }), NO_REPORTING.reporter),
  recipients: v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((rows: unknown[]) => rows.flatMap(goodRow).slice(0, MAX_OWN_RECIPIENTS)),
  ),
});

/** A row as entered, or as storage or a policy gave it; `undefined` where it could not be reached safely. */
export function readRecipient(value: unknown): RecipientRow | undefined {
  const { success, output } = v.safeParse(rowSchema, value);
  return success ? output : undefined;
}

function goodRow(value: unknown): readonly RecipientRow[] {
  const row = readRecipient(value);
  return row === undefined ? [] : [row];
}

/** Reads a stored value; each field and each row stands for itself. Never throws. */
export function checkReporting(value: unknown): Reporting {
  const { success, output } = v.safeParse(reportingSchema, value);
  return success ? output : NO_REPORTING;
}
