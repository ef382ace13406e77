import type { Reminder, ReportEntry } from './entry';
import { type Instant, withTold } from './entry-changes';
import { changeReport, readReport, readSummaries } from './ledger';

/** A report whose person is to be reminded of it now. */
export type DueReport = {
  readonly entry: ReportEntry;
  /** What they wrote beside the days that have come; nothing where they wrote nothing. */
  readonly words: readonly string[];
};

/**
 * Takes the reminders whose day has come and that were not told yet, and marks them as told: whoever calls tells them. Of
 * a closed report nobody is reminded.
 *
 * @throws LedgerFault
 */
export async function takeDueReminders(now: Instant): Promise<readonly DueReport[]> {
  const passed = (await readSummaries()).filter(
    ({ remindAt, state }) => remindAt !== undefined && Date.parse(remindAt) <= now.ms && state !== 'closed',
  );
  const taken: DueReport[] = [];
  for (const { id } of passed) {
    const before = await readReport(id);
    const entry = await changeReport(id, (current) => withTold(current, now));
    if (before && entry) taken.push({ entry, words: toldWords(before, entry) });
  }
  return taken;
}

function toldWords(before: ReportEntry, after: ReportEntry): readonly string[] {
  const wasTold = ({ id }: Reminder) => before.reminders.some((each) => each.id === id && each.toldAt);
  const told = after.reminders.filter((each) => each.toldAt !== undefined && !wasTold(each));
  return told.map(({ words }) => words).filter(Boolean);
}
