import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '../../lib/reports/submission';
import type { Page } from '../support/browsers/browser';
import type { Misbehaviour } from '../support/receiver/misbehave';
import { type Receiver, startReceiver } from '../support/receiver/receiver';
import { evidenceOf, idOf, submissionTo } from '../support/reports/submissions';
import { CDN_HOST } from '../support/server/server';
import { putReports, wakeOutbox } from './support/ledger';
import { useSession } from './support/session';
import { clickButton, clickOn } from './support/view-actions';

/** Reports in the real extension: delivered to the reference receiver, followed up, taken further. */

const TOKENS = { token: 'reporter', adminToken: 'handler' };
const FILE = 'gb/label-2-xmp.jpg';

const session = useSession();
let receiver: Receiver;
let view: Page;
let number = 0;

beforeAll(async () => {
  receiver = await startReceiver(TOKENS);
  view = await session.browser.extensionPage('reports.html');
  await view.waitFor(() => document.querySelector('.report-search') !== null);
});
afterAll(() => receiver.close());
afterEach(() => receiver.misbehave());

/** A report of its own on a picture of the specimen server. */
function report(more: Partial<Submission> = {}, url = receiver.url): Submission {
  number += 1;
  const mediaUrl = session.server.url(CDN_HOST, `/media/${FILE}`);
  const pageUrl = session.server.url('site.test', '/pages/gallery');
  const item = { kind: 'image', mediaUrl, pageUrl, pageTitle: `Story ${number}` } as const;
  return submissionTo({ kind: 'api', url }, number, { item, ...more });
}

const tokens = () => [{ url: receiver.url, token: TOKENS.token }];

async function send(submission: Submission, given = tokens()): Promise<Page> {
  await putReports(view, [submission], given);
  await wakeOutbox(view);
  const page = await session.browser.extensionPage(`reports.html?id=${submission.id}`);
  return page;
}

const saysIn = (page: Page, selector: string, words: string) =>
  page.waitFor(
    (where, wanted) =>
      Array.from(document.querySelectorAll(where)).some((each) => each.textContent?.includes(wanted)),
    { args: [selector, words] },
  );

async function setStatus(id: string, status: string, answer: string): Promise<void> {
  const headers = { Authorization: `Bearer ${TOKENS.adminToken}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ status, answer });
  await fetch(`${receiver.url}/admin/v1/reports/${id}/status`, { method: 'PUT', headers, body });
}

describe('a report', () => {
  it('arrives with its evidence, brings its receipt, and shows what its recipient says later', async () => {
    const submission = report({ evidence: evidenceOf('a package') });
    const page = await send(submission);
    await saysIn(page, '.report-receipt', 'R-000001');
    const [handled] = receiver.reports();
    expect(handled?.report.id).toBe(submission.id);
    expect(handled?.evidence?.sha256).toBe(submission.evidence?.sha256);
    await setStatus(submission.id, 'answered', 'We labelled it');
    const again = await session.browser.extensionPage(`reports.html?id=${submission.id}`);
    await saysIn(again, '.report-history li', 'We labelled it');
    await saysIn(again, '.report-detail .tag', 'Answered');
    await again.close();
    await page.close();
  });

  it('is looked at again: still there, and what the file states now', async () => {
    const page = await session.browser.extensionPage(`reports.html?id=${idOf(1)}`);
    await clickButton(page, 'Look again');
    await saysIn(page, '.report-look[data-outcome="there"]', 'may be AI-made');
    await saysIn(page, '.report-history button', 'Save the file as it was');
    await saysIn(page, '.report-look-files', 'it is not open in a tab');
    await clickButton(page, 'Look again');
    await saysIn(page, '.report-look[data-outcome="same"]', 'the same file');
    await page.close();
  });

  it('on something that has vanished says so', async () => {
    const mediaUrl = session.server.url(CDN_HOST, '/media/no-such-file.jpg');
    const item = { kind: 'image', mediaUrl, pageUrl: mediaUrl, pageTitle: 'Gone' } as const;
    const page = await send(report({ item }));
    await clickButton(page, 'Look again');
    await saysIn(page, '.report-look[data-outcome="gone"]', 'HTTP 404');
    await page.close();
  });

  it('is taken to an authority with its history', async () => {
    const page = await session.browser.extensionPage(`reports.html?id=${idOf(1)}`);
    await clickButton(page, 'Take it to an authority…');
    const text = await page.waitFor(
      () => document.querySelector<HTMLTextAreaElement>('#escalate-text')?.value,
    );
    expect(text).toContain('Receipt: R-000001');
    expect(text).toContain('“We labelled it”');
    expect(text).toContain('still there, the same file');
    expect(text).toContain('\nReport 1');
    await page.close();
  });
});

describe('an endpoint', () => {
  it.each<[Misbehaviour, string]>([
    ['400', 'did not take this report'],
    ['409', 'another report came under this number'],
    ['500', 'tried again by itself'],
    ['503', 'come back later'],
    ['nonsense', 'makes no sense'],
    ['huge', 'makes no sense'],
    ['redirect-away', 'not followed'],
    ['redirect', 'not followed'],
  ])('that meets a report with %s: said in words, nothing lost', async (how, words) => {
    receiver.misbehave(how);
    const submission = report();
    const page = await send(submission);
    await saysIn(page, '.report-delivery', words);
    expect(receiver.reports().some(({ report: { id } }) => id === submission.id)).toBe(false);
    await clickButton(page, 'Try again now');
    await saysIn(page, '.report-receipt', 'R-');
    await page.close();
  });

  it('that loses its answer has the report once', async () => {
    receiver.misbehave('lose-answer');
    const submission = report();
    const page = await send(submission);
    await saysIn(page, '.report-delivery', 'could not be reached');
    await clickButton(page, 'Try again now');
    await saysIn(page, '.report-receipt', 'R-');
    const mine = receiver.reports().filter(({ report: { id } }) => id === submission.id);
    expect(mine.map(({ arrivals }) => arrivals)).toEqual([2]);
    await page.close();
  });

  it('that wants a token is given one by hand', async () => {
    const page = await send(report({}, `${receiver.url}/`), []);
    await saysIn(page, '.report-delivery', 'access token');
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#token');
      if (field === null) return;
      field.value = 'reporter';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await clickButton(page, 'Save and try again');
    await saysIn(page, '.report-receipt', 'R-');
    await page.close();
  });

  it('sees no cookie and no referrer', () => {
    expect(receiver.log.filter(({ cookie, referer }) => cookie ?? referer)).toEqual([]);
  });
});

describe('a reminder', () => {
  it('whose day has come is counted where the list is opened from', async () => {
    const page = await session.browser.extensionPage(`reports.html?id=${idOf(1)}`);
    await page.waitFor(() => document.querySelector('#reminder-day') !== null);
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#reminder-day');
      if (field === null) return;
      field.value = '2026-01-02';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      // The browser would ask a person for the permission, which nobody here could give.
      const { permissions } = (globalThis as unknown as { chrome: { permissions: { request: unknown } } })
        .chrome;
      Object.defineProperty(permissions, 'request', { value: async () => false });
    });
    await clickButton(page, 'Add', '.report-form:has(#reminder-day)');
    await saysIn(page, '.report-reminders .tag', 'Due');
    const options = await session.browser.extensionPage('options.html');
    await saysIn(options, 'button', 'Reports · 1 waiting');
    await saysIn(view, '.report-rows .tag', 'Due');
    await options.close();
    await page.close();
  });
});

describe('the list', () => {
  it('finds, filters, and deletes what a person confirms twice', async () => {
    await view.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('.report-search input');
      if (field === null) return;
      field.value = 'story 1';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await saysIn(view, '.report-rows .item-name', 'Story 1');
    const focused = (words: string) =>
      view.waitFor((wanted) => document.activeElement?.textContent === wanted, { args: [words] });
    await clickOn(view, '.report-rows .item-row');
    // Whoever reads by ear begins at the headline of what was turned to.
    await focused('AI label missing');
    await clickButton(view, 'Take it to an authority…');
    await focused('Take it to an authority');
    await clickOn(view, '.report-detail .back');
    await focused('Reports');
    await clickButton(view, 'Delete all');
    await focused('Keep');
    await clickButton(view, 'Delete', '.report-confirm');
    await saysIn(view, '.report-count', 'No reports yet');
  });
});
