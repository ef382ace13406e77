import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReport } from '../../lib/reports/read-report';
import type { Page } from '../support/browsers/browser';
import { type Receiver, startReceiver } from '../support/receiver/receiver';
import { bringToFront } from './support/extension';
import { nameOf, openEvidence } from './support/panel';
import { waitForItem } from './support/read-item';
import { useSession } from './support/session';
import { clickButton, clickOn, keepWhatIsHandedOut, waitForStatus } from './support/view-actions';

/**
 * The whole way of a report: a labelled picture is seen, reported to an endpoint with its evidence, its receipt and status
 * come back, it is looked at again and taken to an authority. Clicks are counted from the label on.
 */

const TOKENS = { token: 'reporter', adminToken: 'handler' };
const FILE = 'gb/label-2-xmp.jpg';

/** What a described form of `test/site/static/report-form.html` takes. */
const FIELDS = (['subject', 'page', 'media', 'text', 'name'] as const).map((value) => ({
  selector: `#${value}`,
  value,
}));

/** Most clicks from the label until the report is sent (issue 7). */
const MAX_CLICKS = 4;

/** Presets of an organisation, with the token of its endpoint: no person has typed one. */
const session = useSession(async (server) => {
  receiver = await startReceiver(TOKENS);
  const api = { channel: 'api', address: receiver.url, token: TOKENS.token };
  const form = server.url('127.0.0.1', '/static/report-form.html');
  return {
    policy: {
      recipients: [
        { id: 'platform', name: 'Example platform', kind: 'platform', ...api },
        { id: 'authority', name: 'Example authority', kind: 'authority', ...api },
        { id: 'desk', name: 'Example desk', channel: 'form', address: form, fields: FIELDS },
      ],
    },
  };
});
let receiver: Receiver;
let reports: Page;

beforeAll(async () => {
  reports = await session.browser.extensionPage('reports.html');
  await reports.waitFor(() => document.querySelector('.report-search') !== null);
});
afterAll(() => receiver.close());

type FormSeen = { readonly title: string; readonly values: Readonly<Record<string, string>> };
type Api = {
  readonly tabs: {
    query(which: object): Promise<readonly { readonly id?: number; readonly url?: string }[]>;
  };
  readonly scripting: { executeScript(what: object): Promise<readonly { readonly result: FormSeen }[]> };
};

/** Sent into the background: what stands in the form of the desk. */
async function readForm(): Promise<FormSeen> {
  const api = (globalThis as unknown as { chrome: Api }).chrome;
  const tab = (await api.tabs.query({})).find(({ url }) => url?.endsWith('/static/report-form.html'));
  const read = () => {
    const fields = Array.from(document.querySelectorAll<HTMLInputElement>('form [id]'));
    return { title: document.title, values: Object.fromEntries(fields.map(({ id, value }) => [id, value])) };
  };
  const [done] = await api.scripting.executeScript({ target: { tabId: tab?.id }, func: read });
  return done?.result ?? { title: '', values: {} };
}

const says = (page: Page, selector: string, words: string) =>
  page.waitFor(
    (where, wanted) =>
      Array.from(document.querySelectorAll(where)).some((each) => each.textContent?.includes(wanted)),
    { args: [selector, words] },
  );

async function setStatus(id: string, answer: string): Promise<void> {
  const headers = { Authorization: `Bearer ${TOKENS.adminToken}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ status: 'answered', answer });
  await fetch(`${receiver.url}/admin/v1/reports/${id}/status`, { method: 'PUT', headers, body });
}

describe('a report on a labelled picture', () => {
  let page: Page;
  let panel: Page;
  let id = '';

  it('is sent with its evidence in few clicks', async () => {
    const begun = performance.now();
    let clicks = 1;
    page = await session.open('gallery');
    panel = await openEvidence(session, page, FILE);
    await waitForItem(panel, nameOf(FILE));
    const click = async (words: string) => {
      clicks += 1;
      await clickButton(panel, words);
    };
    await click('Report…');
    await click('Preview everything');
    await panel.waitFor(() => document.querySelector('.report .actions .primary:not(:disabled)') !== null);
    const words = await panel.evaluate(
      () => document.querySelector('.report .actions .primary')?.textContent?.trim() ?? '',
    );
    expect(words).toContain('Example');
    await click(words);
    await panel.waitFor(() => document.querySelector('h1')?.textContent === 'Kept in your reports');
    // Printed, not held: how long a busy machine takes says nothing of the extension. The goal is 30 s with the person's own.
    const ms = performance.now() - begun;
    console.log(`from label to sent: ${clicks} clicks, ${Math.round(ms)} ms of machine time`);
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
  });

  it('arrives as the person saw it, its package whole', async () => {
    await says(reports, '.report-rows .tag', 'Receipt');
    const [handled] = receiver.reports();
    id = handled?.report.id ?? '';
    expect(readReport(handled?.report.report)).toMatchObject({ report_id: id, matter: { profile: 'cn' } });
    expect(handled?.evidence?.sha256).toBe(handled?.report.evidence?.sha256);
    expect(readReport(handled?.report.report)).toMatchObject({ shown: { badge: 'possible' } });
  });

  it('fills in a described form on a click, and sends nothing', async () => {
    // The panel goes on where it was when its person turns back to the tab.
    await bringToFront(page);
    await keepWhatIsHandedOut(panel);
    await clickButton(panel, 'Report elsewhere too');
    await clickOn(panel, '.recipients input[value="desk"]');
    await clickButton(panel, 'Preview everything');
    await panel.waitFor(() => document.querySelector('.report .actions .primary:not(:disabled)') !== null);
    await clickOn(panel, '.report .actions .primary');
    await clickButton(panel, 'Fill in the open form');
    await waitForStatus(panel, 'Filled 4 fields: look them over and submit it yourself');
    const { title, values } = await session.browser.background(readForm);
    expect(title).toBe('Report to the desk');
    expect(values['page']).toBe(session.server.url('site.test', '/pages/gallery?lang=en'));
    expect(values['media']).toBe(session.server.url('site.test', `/media/${FILE}`));
    expect(values['text']).toContain(values['media']);
    expect(values['name']).toBe('');
  });

  it('brings its receipt and, later, the answer into the list of reports', async () => {
    await setStatus(id, 'We labelled it');
    const page = await session.browser.extensionPage(`reports.html?id=${id}`);
    await says(page, '.report-receipt', 'R-000001');
    await says(page, '.report-history li', 'We labelled it');
    await clickButton(page, 'Look again');
    await says(page, '.report-look[data-outcome="same"]', 'may be AI-made');
    await says(page, '.report-look-files summary', 'Picture of the page at that time');
    await page.evaluate(() => document.querySelector<HTMLElement>('.report-look-files summary')?.click());
    const size = await page.waitFor(() => {
      const picture = document.querySelector<HTMLImageElement>('.report-look-files img');
      return picture?.complete && picture.naturalWidth > 0 ? picture.naturalWidth : undefined;
    });
    expect(size).toBeGreaterThan(300);
    await page.close();
  });

  it('is taken to an authority, with the evidence and what became of it', async () => {
    const page = await session.browser.extensionPage(`reports.html?id=${id}`);
    await clickButton(page, 'Take it to an authority…');
    await page.waitFor(() => document.querySelector('#escalate-text') !== null);
    await clickButton(page, 'Send');
    await says(page, '.report-receipt', 'R-000002');
    await says(page, '.report-history li', 'Follows an earlier report');
    const second = receiver.reports()[1];
    expect(second?.report).toMatchObject({ follows: id });
    expect(second?.report.text).toContain('Receipt: R-000001');
    expect(second?.report.text).toContain('the same file');
    expect(second?.evidence?.sha256).toBe(receiver.reports()[0]?.evidence?.sha256);
    await page.close();
  });
});
