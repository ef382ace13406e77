import { browser, extensionUrl } from '../../lib/platform/browser';
import { DOCUMENT_NOTICE } from '../../lib/platform/notices';
import { instant } from '../../lib/platform/wire';
import type { Reminder, ReportEntry } from '../../lib/reports/ledger/entry';
import { withTold } from '../../lib/reports/ledger/entry-changes';
import { changeReport, readReport, readSummaries } from '../../lib/reports/ledger/ledger';
import { pollReports } from './poll-reports';

/** Reminders are for days, not minutes; hourly is soon enough, and asks the disk little. */
const REMIND_ALARM = 'reminders';
const REMIND_MINUTES = 60;

const POLL_ALARM = 'poll';
const POLL_MINUTES = 24 * 60;

/** Reminds of reports by the browser's notifications, where their person allowed those, and asks endpoints daily. */
export function remindersService(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REMIND_ALARM) void remind().catch(() => undefined);
    if (name === POLL_ALARM) void pollReports().catch(() => undefined);
  });
  const set = () => void setAlarms().catch(() => undefined);
  browser.runtime.onStartup.addListener(set);
  browser.runtime.onInstalled.addListener(set);
  browser.permissions.onAdded.addListener(listenToClicks);
  listenToClicks();
}

/** Alarms outlive the background in Chromium, not the browser in Firefox; one that is set keeps its time. */
async function setAlarms(): Promise<void> {
  for (const [name, periodInMinutes] of [
    [REMIND_ALARM, REMIND_MINUTES],
    [POLL_ALARM, POLL_MINUTES],
  ] as const)
    if (!(await browser.alarms.get(name)))
      await browser.alarms.create(name, { delayInMinutes: 1, periodInMinutes });
}

async function remind(): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const now = instant();
  const due = (await readSummaries()).filter(({ remindAt = '' }) => Date.parse(remindAt) <= now.ms);
  for (const { id } of due) {
    const before = await readReport(id);
    const told = await changeReport(id, (entry) => withTold(entry, now));
    if (before && told) await notify(told, reminderTold(before, told));
  }
}

function reminderTold(before: ReportEntry, told: ReportEntry): Reminder | undefined {
  const open = new Set(before.reminders.filter(({ toldAt }) => !toldAt).map(({ id }) => id));
  return told.reminders.find(({ id, toldAt }) => toldAt !== undefined && open.has(id));
}

async function notify({ id, submission }: ReportEntry, reminder: Reminder | undefined): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: reminder?.words || submission.item.pageTitle || submission.item.pageUrl,
    message: submission.item.pageTitle,
  });
}

let listens = false;

/** The interface is there only once the permission is. */
function listenToClicks(): void {
  if (listens || browser.notifications === undefined) return;
  listens = true;
  browser.notifications.onClicked.addListener((id) => {
    if (id.startsWith(DOCUMENT_NOTICE)) return;
    void browser.tabs.create({ url: extensionUrl(`reports.html?${new URLSearchParams({ id })}`) });
  });
}
