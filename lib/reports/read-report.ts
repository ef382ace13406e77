import * as v from 'valibot';
import { ASSURANCES, REMARK_CODES, type SignalId } from '../signals/finding';
import { MAX_REPORT_TEXT_CHARS } from './build-report';
import { MAX_LINE_CHARS } from './plain-line';
import type { Report } from './report';
import { SEVERITIES } from './severity';

/** Bounds of lists in a report that somebody else may have written. */
const MAX_ITEMS = 500;

const line = v.pipe(v.string(), v.maxLength(MAX_LINE_CHARS));
const long = v.pipe(v.string(), v.maxLength(MAX_REPORT_TEXT_CHARS));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(MAX_ITEMS));
const localized = v.strictObject({ 'zh-CN': line, en: line });
const moment = v.strictObject({ china: line, utc: line });
const contact = v.strictObject({ org: line, contact: line, domain: line });
const clause = v.strictObject({ title: localized, clause: localized, url: line });

const attachment = v.strictObject({
  name: line,
  content_type: line,
  description: line,
  hash: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/)),
  size: count,
});

const matter = v.strictObject({
  category: line,
  name: localized,
  profile: line,
  rests: list(clause),
  severity: v.exactOptional(v.strictObject({ estimate: v.picklist(SEVERITIES), scale: line })),
  dsaTerms: list(line),
});

const notice = v.strictObject({
  explanation: long,
  urls: list(line),
  name: v.exactOptional(line),
  email: v.exactOptional(line),
  goodFaith: v.boolean(),
});

const http = v.strictObject({
  status: count,
  contentType: v.exactOptional(line),
  contentLength: v.exactOptional(count),
  lastModified: v.exactOptional(line),
  fetchedAt: line,
});

const file = v.union([
  v.strictObject({
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    bytes: count,
    finalUrl: v.exactOptional(line),
    http: v.exactOptional(http),
  }),
  v.strictObject({ failure: line }),
]);

const media = v.strictObject({
  url: line,
  kind: v.picklist(['image', 'video', 'audio', 'text', 'page']),
  as: v.exactOptional(v.picklist(['background', 'poster'])),
  container: line,
  alt: line,
});

const producer = v.strictObject({
  raw: line,
  company: v.exactOptional(localized),
  uscc: v.exactOptional(line),
  checkDigit: v.exactOptional(v.picklist(['passes', 'fails'])),
});

const gbLabel = v.strictObject({
  where: line,
  fields: list(v.strictObject({ name: line, value: line })),
  producer: v.exactOptional(producer),
  propagator: v.exactOptional(producer),
});

const statement = v.variant('kind', [
  v.strictObject({
    kind: v.literal('ai'),
    state: v.picklist(['confirmed', 'possible', 'suspected']),
    extent: v.picklist(['full', 'partial', 'unknown']),
  }),
  v.strictObject({ kind: v.picklist(['captured', 'other', 'nothing']) }),
]);

const finding = v.strictObject({
  signal: v.custom<SignalId>((value) => typeof value === 'string' && value.length <= MAX_LINE_CHARS),
  where: line,
  offset: v.exactOptional(count),
  states: statement,
  assurance: v.picklist(ASSURANCES),
  excerpt: line,
  remarks: list(v.picklist(REMARK_CODES)),
  tool: v.exactOptional(line),
});

const reportSchema = v.strictObject({
  format: v.literal('bianshi-report'),
  formatVersion: v.literal(2),
  program: line,
  xarf_version: v.literal('4.0.0'),
  report_id: v.pipe(v.string(), v.uuid()),
  timestamp: line,
  reporter: contact,
  sender: contact,
  source_identifier: line,
  category: v.literal('content'),
  type: v.picklist(['fraud', 'synthetic_media']),
  evidence_source: v.literal('user_report'),
  description: line,
  tags: list(line),
  evidence: list(attachment),
  recipient: v.strictObject({ id: line, name: localized }),
  matter,
  notice,
  draftedAt: v.exactOptional(moment),
  page: v.exactOptional(v.strictObject({ url: line, title: line, frame: v.exactOptional(line) })),
  media: v.exactOptional(media),
  readAt: v.exactOptional(moment),
  file: v.exactOptional(file),
  shown: v.exactOptional(
    v.strictObject({ badge: line, label: localized, sentence: localized, rests: list(clause) }),
  ),
  gbLabels: v.exactOptional(list(gbLabel)),
  findings: v.exactOptional(list(finding)),
  text: v.exactOptional(long),
});

/**
 * Reads a parsed `report.json`, whoever wrote it: every member checked and bounded, unknown ones refused.
 *
 * @returns the report, or where it departs from the schema (paths of members, at most a few)
 */
export function readReport(value: unknown): Report | { readonly faults: readonly string[] } {
  const { success, output, issues } = v.safeParse(reportSchema, value);
  if (success) return output satisfies Report;
  return { faults: issues.slice(0, MAX_FAULTS).map((issue) => v.getDotPath(issue) ?? '(root)') };
}

const MAX_FAULTS = 10;
