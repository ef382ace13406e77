import { memorySource } from '../../lib/bytes/source';
import { inspect } from '../../lib/inspect/inspect';
import { planLabel } from '../../lib/labels/plan-label';
import { mayFetch } from '../../lib/net/private-network';
import { reaching } from '../../lib/platform/private-guard';
import { instant } from '../../lib/platform/wire';
import { reportCategory } from '../../lib/reports/categories';
import type { Look, LookOutcome, ReportEntry } from '../../lib/reports/ledger/entry';
import { addLook, type LookFiles, readReport } from '../../lib/reports/ledger/ledger';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { type FetchedMedia, fetchMedia, isFetched } from './fetch-media';
import { type PageOf, picturePage } from './picture-page';

/** HTTP statuses by which something is gone (RFC 9110 §15.5.5, §15.5.11; RFC 7725). */
const GONE = [404, 410, 451];

/**
 * Looks at a reported medium again: is it still there, is it the same file, what does it state now, and, where its page
 * stands open, does that show a label. What was found, or why nothing was, is added to the report's history, with a copy
 * of the file and a picture of the page.
 *
 * @throws LedgerFault where not even the words of it could be kept
 */
export async function lookAgain(id: string, pageOf: PageOf): Promise<undefined> {
  const entry = await readReport(id);
  if (entry === undefined) return;
  // The page first: fetching may take long, and the page may change.
  const { look: page, ...picture } = await picturePage(entry, pageOf);
  const { look: found, ...copy } = await lookAt(entry);
  await keep(id, { ...found, ...page }, { ...copy, ...picture });
}

/** Without room for the files, what was found is still worth keeping: first the larger goes, then both. */
async function keep(id: string, look: Look, { copy, picture }: LookFiles): Promise<void> {
  const at = instant();
  const less: Look = { ...look, noRoom: true };
  const noPicture: Look = picture === undefined ? less : { ...less, picture: 'failed' };
  await addLook(id, look, { ...(copy && { copy }), ...(picture && { picture }) }, at)
    .catch(() => addLook(id, less, picture === undefined ? {} : { picture }, at))
    .catch(() => addLook(id, noPicture, {}, at));
}

type Seen = { readonly look: Look; readonly copy?: Blob };

async function lookAt(entry: ReportEntry): Promise<Seen> {
  const { mediaUrl, pageUrl } = entry.submission.item;
  if (!URL.canParse(mediaUrl) || !/^https?:/.test(mediaUrl)) return unseen('failed', 'no-bytes');
  const page = URL.canParse(pageUrl) ? new URL(pageUrl) : new URL(mediaUrl);
  if (!mayFetch(new URL(mediaUrl), page)) return unseen('failed', 'private-network');
  const got = await reaching(mediaUrl, () => fetchMedia(mediaUrl, page));
  if (isFetched(got)) return { look: await found(got.bytes, got.sha256, entry), ...copyOf(got, entry) };
  const { status, failure } = got;
  if (status !== undefined && GONE.includes(status)) return unseen('gone', `HTTP ${status}`);
  return unseen('failed', status === undefined ? failure : `HTTP ${status}`);
}

const unseen = (outcome: LookOutcome, why: string): Seen => ({ look: { outcome, why } });

/** Of content that is not to be kept there is no copy, as there was none in the report. */
function copyOf({ bytes, http }: FetchedMedia, { submission }: ReportEntry): Pick<Seen, 'copy'> {
  if (reportCategory(submission.categoryId).keepContent === false) return {};
  return { copy: new Blob([bytes], { type: http.contentType ?? '' }) };
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
    container: inspection.container,
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
