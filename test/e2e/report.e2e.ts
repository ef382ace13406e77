import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import reportCategories from '../../assets/rules/report-categories.json';
import { openPackage } from '../../lib/reports/package/open-package';
import { readReport } from '../../lib/reports/read-report';
import type { Page } from '../support/browsers/browser';
import { OWN_MEDIA_FOLDER } from '../support/corpus/own-media';
import { nameOf, openEvidence } from './support/panel';
import { waitForItem } from './support/read-item';
import { useSession } from './support/session';
import { clickButton, clickOn, handedOut, keepWhatIsHandedOut, waitForStatus } from './support/view-actions';

/** A report from the panel: prefilled with what is known, completed by a person, looked at, copied and saved. */

const FILE = 'gb/label-2-xmp.jpg';
const SHA256 = createHash('sha256')
  .update(readFileSync(`${OWN_MEDIA_FOLDER}${FILE}`))
  .digest('hex');
const MOMENT = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \(UTC\+8\), \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ \(UTC\)`;

const session = useSession();
let panel: Page;
/** Requests the server had seen when the report was begun. */
let before: number;

beforeAll(async () => {
  const page = await session.open('gallery');
  panel = await openEvidence(session, page, FILE);
  await waitForItem(panel, nameOf(FILE));
  await keepWhatIsHandedOut(panel);
  before = session.server.log.length;
  await clickButton(panel, 'Report…');
  await panel.waitFor(() => document.querySelector('#report-category') !== null);
});

const text = () =>
  panel.evaluate(() => document.querySelector<HTMLTextAreaElement>('#report-text')?.value ?? '');
const asked = () => session.server.log.slice(before).map(({ url }) => url);

/** Goes on to the last look and waits until every file was had or given up. */
async function look(): Promise<void> {
  await clickButton(panel, 'Preview everything');
  await panel.waitFor(() => document.querySelector('.report .actions .primary:not(:disabled)') !== null);
}

describe('a report', () => {
  it('proposes whom to report to, the authority of the rules first, the site itself last', async () => {
    const recipients = await panel.evaluate(() =>
      [...document.querySelectorAll('.recipients > .recipient .recipient-name')].map(
        (one) => one.textContent,
      ),
    );
    expect(recipients[0]).toBe('CAC Reporting Centre (12377)');
    expect(recipients.at(-1)).toBe('site.test');
    expect(asked()).toEqual([]);
  });

  it('names the category that is chosen and takes in what a person types', async () => {
    const category = reportCategories.categories[1];
    if (category === undefined) throw new Error('there are several categories');
    // The list of a <select> is drawn by the system, out of any page's reach: its choice is made here.
    await panel.evaluate((id) => {
      const field = document.querySelector<HTMLSelectElement>('#report-category');
      if (field === null) return;
      field.value = id;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, category.id);
    await clickOn(panel, '#report-description');
    for (const key of 'Posted') await panel.press(key);
    await look();
    const lines = (await text()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([`Category: ${category.name.en}`, 'Description: Posted', `SHA-256: ${SHA256}`]),
    );
  });

  it('is prefilled with page, file, time and zone, the parsed label, the state shown and the rule', async () => {
    const lines = (await text()).split('\n');
    const { server } = session;
    expect(lines).toEqual(
      expect.arrayContaining([
        `Page: ${server.url('site.test', '/pages/gallery?lang=en')}`,
        'Title: Every state',
        `File address: ${server.url('site.test', `/media/${FILE}`)}`,
        'Type: picture (JPEG)',
        expect.stringMatching(new RegExp(`^Read at: ${MOMENT}$`)),
        expect.stringMatching(new RegExp(`^Fetched at: ${MOMENT}$`)),
        'HTTP answer: 200 · image/jpeg',
        'Label: May be AI-generated',
        'Meaning: A label or declaration states that this may be AI-generated content',
        expect.stringMatching(
          /^Rule: Measures for Labelling .*, 第六条第一款第（二）项; GB 45438-2025, .*, 5\.2, 5\.6$/,
        ),
        'Label = 2',
        'ContentProducer = 001191990000MA0DEM0A1B10001',
        'ProduceID = specimen-0008',
        'ContentPropagator = 001191990000MA0DEM0B2F20001',
        'PropagateID = post-88231',
        'Place: JPEG › APP1 › XMP › TC260:AIGC, offset 53',
        expect.stringMatching(new RegExp(`^Drafted at: ${MOMENT}$`)),
      ]),
    );
  });

  it('is copied as it stands, and kept', async () => {
    const shown = await text();
    await clickButton(panel, 'Only copy the text');
    await waitForStatus(panel, 'Copied');
    const { copied } = await handedOut(panel, 0, 1);
    expect(copied).toEqual([shown]);
    await panel.waitFor(() => document.querySelector('h1')?.textContent === 'Kept in your reports');
  });

  it('is saved with its evidence, every hash right', async () => {
    await clickButton(panel, 'Report elsewhere too');
    await look();
    await clickButton(panel, 'Only save the package');
    const { files } = await handedOut(panel, 1, 1);
    const [file] = files;
    expect(file?.name.replace(/\d{8}-\d{6}/, 'TIME')).toBe('bianshi-report-site.test-TIME.zip');
    const opened = await openPackage(new Uint8Array(Buffer.from(file?.base64 ?? '', 'base64')));
    if ('fault' in opened) throw new Error(opened.fault);
    expect(opened.parts.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'report.json same',
      'report.html same',
      'findings.json same',
      'screenshot.png same',
      'original.jpg same',
    ]);
    const [json, , , screenshot, original] = opened.parts;
    expect(original?.listed?.sha256).toBe(SHA256);
    expect(
      Buffer.from(screenshot?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const report = readReport(JSON.parse(Buffer.from(json?.bytes ?? []).toString()));
    expect(report).toMatchObject({
      matter: { category: reportCategories.categories[1]?.id, profile: 'cn' },
      notice: { explanation: 'Posted', goodFaith: true },
      file: { sha256: SHA256, http: { status: 200, contentType: 'image/jpeg' } },
    });
  });

  it('asked the network for nothing but the file, and for that only for the last look', () => {
    expect(asked().filter((url) => url !== `/media/${FILE}`)).toEqual([]);
    expect(asked().length).toBeLessThanOrEqual(2);
  });
});
