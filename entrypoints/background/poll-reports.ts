import { locked } from '../../lib/platform/locked';
import { endpointToken } from '../../lib/platform/managed-recipients';
import { reaching } from '../../lib/platform/private-guard';
import { browserWire, instant } from '../../lib/platform/wire';
import { askStatus } from '../../lib/reports/channels/api';
import { withRemote } from '../../lib/reports/ledger/entry-changes';
import { changeReport, readReport, readSummaries } from '../../lib/reports/ledger/ledger';

/** Reports asked after in one go, the oldest left for the next. */
const MAX_ASKED = 200;

/**
 * Asks endpoints where their reports stand: one report, or all that arrived and are not closed. One after the other; an
 * endpoint that does not answer changes nothing.
 */
export async function pollReports(id?: string): Promise<undefined> {
  await locked('poll', async () => {
    for (const each of id === undefined ? await openOnes() : [id]) await pollOne(each).catch(() => undefined);
  });
}

async function openOnes(): Promise<readonly string[]> {
  const all = await readSummaries();
  const open = all.filter(({ delivery, state }) => delivery === 'delivered' && state !== 'closed');
  const newest = [...open].sort((a, b) => Date.parse(b.confirmedAt) - Date.parse(a.confirmedAt));
  return newest.slice(0, MAX_ASKED).map(({ id }) => id);
}

async function pollOne(id: string): Promise<void> {
  const entry = await readReport(id);
  const channel = entry?.submission.recipient.channel;
  if (entry?.delivery?.state !== 'delivered' || channel?.kind !== 'api') return;
  const token = await endpointToken(channel.url);
  const remote = await reaching(channel.url, () => askStatus(entry.submission, token, browserWire));
  if (remote !== undefined) await changeReport(id, (now) => withRemote(now, remote, instant()));
}
