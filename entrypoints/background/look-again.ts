import { memorySource } from '../../lib/bytes/source';
import { inspect } from '../../lib/inspect/inspect';
import { planLabel } from '../../lib/labels/plan-label';
import { mayFetch } from '../../lib/net/private-network';
import { reaching } from '../../lib/platform/private-guard';
import { instant } from '../../lib/platform/wire';
import type { Look, ReportEntry } from '../../lib/reports/ledger/entry';
import { withLook } from '../../lib/reports/ledger/entry-changes';
import { changeReport, readReport } from '../../lib/reports/ledger/ledger';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { fetchMedia, isFetched } from './fetch-media';

/** HTTP statuses by which something is gone (RFC 9110 §15.5.5, §15.5.11; RFC 7725). */
const GONE = [404, 410, 451];

/**
 * Looks at a reported medium again: is it still there, is it the same file, what does it state now. What was found, or
 * why nothing was, is added to the report's history.
 */
export async function lookAgain(id: string): Promise<undefined> {
  const entry = await readReport(id);
  if (entry === undefined) return;
  const look = await lookAt(entry);
  await changeReport(id, (now) => withLook(now, look, instant()));
}

async function lookAt(entry: ReportEntry): Promise<Look> {
  const { mediaUrl, pageUrl } = entry.submission.item;
  if (!URL.canParse(mediaUrl) || !/^https?:/.test(mediaUrl)) return { outcome: 'failed', why: 'no-bytes' };
  const page = URL.canParse(pageUrl) ? new URL(pageUrl) : new URL(mediaUrl);
  if (!mayFetch(new URL(mediaUrl), page)) return { outcome: 'failed', why: 'private-network' };
  const got = await reaching(mediaUrl, () => fetchMedia(mediaUrl, page));
  if (isFetched(got)) return found(got.bytes, got.sha256, entry);
  const { status, failure } = got;
  if (status !== undefined && GONE.includes(status)) return { outcome: 'gone', why: `HTTP ${status}` };
  return { outcome: 'failed', why: status === undefined ? failure : `HTTP ${status}` };
}

async function found(bytes: Uint8Array, sha256: string, entry: ReportEntry): Promise<Look> {
  const inspection = await inspect(memorySource(bytes), { rules: loadRuleBook() });
  const label = planLabel(inspection.verdict);
  const known = hashesOf(entry);
  const differs = known.length === 0 ? 'there' : 'changed';
  return {
    outcome: known.includes(sha256) ? 'same' : differs,
    sha256,
    bytes: bytes.length,
    verdict: inspection.verdict.kind,
    ...(label === undefined ? {} : { badge: label.badge }),
    signals: [...new Set(inspection.findings.map(({ signal }) => signal))],
  };
}

/** Hashes by which the medium is known: of the report, and of what was found since. */
function hashesOf({ submission, events }: ReportEntry): readonly string[] {
  const looks = events.flatMap((event) => (event.kind === 'look' ? [event.look.sha256 ?? []].flat() : []));
  const told = submission.report.match(/\b[0-9a-f]{64}\b/g) ?? [];
  return [...told, ...looks];
}
