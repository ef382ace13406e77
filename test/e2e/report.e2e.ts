import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import reportCategories from '../../assets/rules/report-categories.json';
import type { Page } from '../support/browsers/browser';
import { OWN_MEDIA_FOLDER } from '../support/corpus/own-media';
import { nameOf, openEvidence } from './support/panel';
import { waitForItem } from './support/read-item';
import { useSession } from './support/session';
import { clickButton, clickOn, handedOut, keepWhatIsHandedOut, waitForStatus } from './support/view-actions';

/** A report from the panel: prefilled with what is known, completed by a person, sent nowhere. */

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
  await panel.waitFor(() => document.querySelector('#report-title') !== null);
});

const text = () =>
  panel.evaluate(() => document.querySelector<HTMLTextAreaElement>('#report-text')?.value ?? '');

describe('a report', () => {
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

  it('names the category that is chosen', async () => {
    const category = reportCategories.categories[1];
    if (category === undefined) throw new Error('there are several categories');
    // The list of a <select> is drawn by the system, out of any page's reach: its choice is made here.
    await panel.evaluate((id) => {
      const field = document.querySelector<HTMLSelectElement>('#report-category');
      if (field === null) return;
      field.value = id;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, category.id);
    await panel.waitFor(
      (name) =>
        document.querySelector<HTMLTextAreaElement>('#report-text')?.value.includes(`Category: ${name}\n`),
      { args: [category.name.en] },
    );
  });

  it('takes in what a person types', async () => {
    await clickOn(panel, '#report-description');
    for (const key of 'Posted') await panel.press(key);
    await panel.waitFor(() =>
      document.querySelector<HTMLTextAreaElement>('#report-text')?.value.includes('Description: Posted\n'),
    );
  });

  it('holds the SHA-256 of the file, once asked for', async () => {
    expect(await text()).not.toContain('SHA-256');
    await clickOn(panel, '.report .field > .button');
    await panel.waitFor(() =>
      document.querySelector<HTMLTextAreaElement>('#report-text')?.value.includes('SHA-256: '),
    );
    expect((await text()).split('\n')).toContain(`SHA-256: ${SHA256}`);
  });

  it('is copied and saved as it stands', async () => {
    const shown = await text();
    await clickButton(panel, 'Copy text');
    await waitForStatus(panel, 'Copied');
    await clickButton(panel, 'Save .txt');
    await handedOut(panel, 1, 1);
    await clickButton(panel, 'Save .json');
    const { files, copied } = await handedOut(panel, 2, 1);
    expect(copied).toEqual([shown]);
    expect(files.map(({ name }) => name.replace(/\d{8}-\d{6}/, 'TIME'))).toEqual([
      'bianshi-report-site.test-TIME.txt',
      'bianshi-report-site.test-TIME.json',
    ]);
    expect(files[0]?.content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')).toBe(shown);
    expect(JSON.parse(files[1]?.content ?? '')).toMatchObject({
      format: 'bianshi-report',
      category: { id: reportCategories.categories[1]?.id },
      description: 'Posted',
      file: { sha256: SHA256 },
    });
  });

  it('asked the network for nothing but the file, and for that only with the hash', () => {
    const asked = session.server.log.slice(before).map(({ url }) => url);
    expect(asked.filter((url) => url !== `/media/${FILE}`)).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(1);
  });
});
