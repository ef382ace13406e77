import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { withReminder, withState } from '../../../lib/reports/ledger/entry-changes';
import {
  addReport,
  changeReport,
  readReport,
  readSummaries,
  removeReports,
} from '../../../lib/reports/ledger/ledger';
import { idOf, submissionTo } from '../../support/reports/submissions';

const PAST = '2020-01-02T09:00:00+08:00';
const FUTURE = '2999-01-02T09:00:00+08:00';
const AT = { iso: '2026-11-21T12:00:00+08:00', ms: Date.parse('2026-11-21T12:00:00+08:00') };

let mayNotify = true;

/** A start of the background, as after the browser ended it or was started itself: its modules begin anew. */
async function start(): Promise<void> {
  vi.resetModules();
  fakeBrowser.alarms.onAlarm.removeAllListeners();
  fakeBrowser.notifications.onClicked.removeAllListeners();
  const { remindersService } = await import('../../../entrypoints/background/reminders');
  remindersService();
  await vi.waitFor(async () => expect(await fakeBrowser.alarms.getAll()).toHaveLength(2), {
    timeout: 20_000,
  });
}

async function report(number: number, ...reminders: readonly (readonly [string, string])[]): Promise<void> {
  await addReport(submissionTo({ kind: 'form', url: 'https://a.example' }, number), AT.ms);
  for (const [index, [due, words]] of reminders.entries())
    await changeReport(idOf(number), (entry) => withReminder(entry, { id: `r${index}`, due, words }, AT));
}

type Notice = { readonly title: string; readonly message: string };
const shown = async () => (await fakeBrowser.notifications.getAll()) as unknown as Record<string, Notice>;

/** The hour of reminders; `check` holds once it is over. */
async function hour(check: () => unknown): Promise<void> {
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'reminders', scheduledTime: AT.ms });
  await vi.waitFor(check, { timeout: 20_000 });
}

beforeEach(async () => {
  fakeBrowser.reset();
  mayNotify = true;
  const event = { addListener: () => undefined };
  Object.assign(fakeBrowser.permissions, { contains: async () => mayNotify, onAdded: event });
  Object.assign(fakeBrowser.i18n, {
    getMessage: (key: string, values: readonly string[] = []) => [key, ...values].join(' '),
    getUILanguage: () => 'zh-CN',
  });
  await removeReports((await readSummaries()).map(({ id }) => id));
});

describe('the alarms of reports', () => {
  it('are set when the background begins, one hourly, one daily', async () => {
    await start();
    const set = (await fakeBrowser.alarms.getAll()).map(({ name, periodInMinutes }) => [
      name,
      periodInMinutes,
    ]);
    expect(set).toEqual([
      ['reminders', 60],
      ['poll', 1440],
    ]);
  });

  it('keep their time when the background ends and starts again', async () => {
    await start();
    const before = structuredClone(await fakeBrowser.alarms.getAll());
    await start();
    await fakeBrowser.runtime.onStartup.trigger();
    expect(await fakeBrowser.alarms.getAll()).toEqual(before);
  });

  it('are set again where the browser forgot them: after its own start, an update, a switch off and on', async () => {
    await start();
    await fakeBrowser.alarms.clearAll();
    // What the browser keeps for its own life is gone then, too.
    await fakeBrowser.storage.session.clear();
    await start();
    await fakeBrowser.alarms.clearAll();
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.getAll()).toHaveLength(2));
  });
});

describe('a reminder', () => {
  it('is shown when its day has come, with its words, recipient and page, and once', async () => {
    await report(1, [PAST, 'Ask again'], [PAST, 'Call them'], [FUTURE, 'Later']);
    await start();
    await hour(async () => expect(Object.keys(await shown())).toEqual([idOf(1)]));
    expect((await shown())[idOf(1)]).toMatchObject({
      title: 'Ask again · Call them',
      message: '示例平台 · Story 1',
    });
    const told = (await readReport(idOf(1)))?.reminders.map(({ toldAt }) => toldAt !== undefined);
    expect(told).toEqual([true, true, false]);
    await fakeBrowser.notifications.clear(idOf(1));
    await report(2, [PAST, '']);
    await hour(async () => expect(Object.keys(await shown())).toEqual([idOf(2)]));
    expect((await shown())[idOf(2)]?.title).toBe('reminderTitle');
  });

  it('of a closed report is not shown', async () => {
    await report(1, [PAST, 'Ask again']);
    await report(2, [PAST, 'This one']);
    await changeReport(idOf(1), (entry) => withState(entry, 'closed', AT));
    await start();
    await hour(async () => expect(Object.keys(await shown())).toEqual([idOf(2)]));
  });

  it('waits where notifications are not allowed, and is shown once they are', async () => {
    await report(1, [PAST, 'Ask again']);
    mayNotify = false;
    await start();
    await hour(async () => expect(await shown()).toEqual({}));
    expect((await readReport(idOf(1)))?.reminders[0]?.toldAt).toBeUndefined();
    mayNotify = true;
    await hour(async () => expect(Object.keys(await shown())).toEqual([idOf(1)]));
  });

  it('that comes with many others leads to the list', async () => {
    for (const number of [1, 2, 3, 4]) await report(number, [PAST, 'Ask again']);
    await start();
    await hour(async () => expect(Object.keys(await shown())).toEqual(['reports']));
    expect((await shown())['reports']).toMatchObject({ title: 'remindersTitle 4', message: 'remindersHint' });
  });

  it('leads to its report when it is clicked', async () => {
    await report(1, [PAST, 'Ask again']);
    await start();
    const opened: unknown[] = [];
    Object.assign(fakeBrowser.tabs, { create: async ({ url }: { url: string }) => void opened.push(url) });
    await hour(async () => expect(Object.keys(await shown())).toEqual([idOf(1)]));
    await fakeBrowser.notifications.onClicked.trigger(idOf(1));
    await fakeBrowser.notifications.onClicked.trigger('reports');
    await fakeBrowser.notifications.onClicked.trigger('document:1');
    expect(opened).toEqual([
      `chrome-extension://test-extension-id/reports.html?id=${idOf(1)}`,
      'chrome-extension://test-extension-id/reports.html',
    ]);
  });
});
