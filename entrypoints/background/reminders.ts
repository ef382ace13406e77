import { onBegin, setPeriodicAlarm } from '../../lib/platform/alarms';
import { browser, extensionUrl } from '../../lib/platform/browser';
import { browserLanguage } from '../../lib/platform/language';
import { DOCUMENT_NOTICE, mayNotify } from '../../lib/platform/notices';
import { instant } from '../../lib/platform/wire';
import { type DueReport, takeDueReminders } from '../../lib/reports/ledger/due-reminders';
import { pollReports } from './poll-reports';

/** Reminders are for days, not minutes; hourly is soon enough, and asks the disk little. */
const REMIND_ALARM = 'reminders';
const REMIND_MINUTES = 60;

const POLL_ALARM = 'poll';
const POLL_MINUTES = 24 * 60;

/** More notifications at once than this are one that leads to the list. */
const MAX_NOTICES = 3;

/** Id of the notification that leads to the list. */
const LIST_NOTICE = 'reports';

/** Reminds of reports by the browser's notifications, where their person allowed those, and asks endpoints daily. */
export function remindersService(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REMIND_ALARM) void remind().catch(() => undefined);
    if (name === POLL_ALARM) void pollReports().catch(() => undefined);
  });
  onBegin(() => {
    void setPeriodicAlarm(REMIND_ALARM, REMIND_MINUTES).catch(() => undefined);
    void setPeriodicAlarm(POLL_ALARM, POLL_MINUTES).catch(() => undefined);
  });
  browser.permissions.onAdded.addListener(listenToClicks);
  listenToClicks();
}

/** Without the permission nothing is marked as told: what is due is told once it is given. */
async function remind(): Promise<void> {
  if (!(await mayNotify())) return;
  const due = await takeDueReminders(instant());
  if (due.length > MAX_NOTICES) await notifyOfMany(due.length);
  else for (const report of due) await notifyOf(report);
}

function notifyOf({ entry: { id, submission }, words }: DueReport): Promise<string> {
  const { item, recipient } = submission;
  const title = words.join(' · ') || browser.i18n.getMessage('reminderTitle');
  return show(id, title, `${recipient.name[browserLanguage()]} · ${item.pageTitle || item.pageUrl}`);
}

function notifyOfMany(count: number): Promise<string> {
  const title = browser.i18n.getMessage('remindersTitle', [String(count)]);
  return show(LIST_NOTICE, title, browser.i18n.getMessage('remindersHint'));
}

function show(id: string, title: string, message: string): Promise<string> {
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  return browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
}

let listens = false;

/** The interface is there only once the permission is. */
function listenToClicks(): void {
  if (listens || browser.notifications === undefined) return;
  listens = true;
  browser.notifications.onClicked.addListener((id) => {
    if (id.startsWith(DOCUMENT_NOTICE)) return;
    void browser.notifications.clear(id);
    const query = id === LIST_NOTICE ? '' : `?${new URLSearchParams({ id })}`;
    void browser.tabs.create({ url: extensionUrl(`reports.html${query}`) });
  });
}
