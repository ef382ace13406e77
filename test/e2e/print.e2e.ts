import { describe, expect, it } from 'vitest';
import type { Page } from '../support/browsers/browser';
import { checkPage } from '../support/browsers/check-page';
import type { ChromiumPage } from '../support/browsers/chromium-page';
import type { FirefoxTab } from '../support/browsers/firefox-page';
import { type PdfPage, pdfBoxes } from '../support/browsers/pdf-boxes';
import { BROWSER_NAME, useSession } from './support/session';

/** Labels on paper: a sheet is laid out anew, narrower than the window, and in pages. */

const session = useSession();

/** The ground of labels, rgb(22 24 28), as a PDF writes it. */
const GROUND = '0.086 0.094 0.110';

/** A label is higher than this, the letters of its sign, in the same colour, are not; in pixels. */
const MIN_LABEL_PX = 15;

/** A label's distance from the corner of its picture, in pixels. */
const INSET_PX = 10;

const print = async (page: Page): Promise<readonly PdfPage[]> =>
  pdfBoxes(
    Buffer.from(await (page as ChromiumPage).raw.pdf({ format: 'A4', printBackground: true })),
    GROUND,
  );

/** Labels of a sheet, and how far each is from where it belongs on a picture of that sheet. */
function driftOf({ pictures, grounds }: PdfPage): readonly number[] {
  const labels = grounds.filter(({ height }) => height > MIN_LABEL_PX);
  return labels.map((label) =>
    Math.min(
      ...pictures.map((picture) =>
        Math.max(Math.abs(label.x - picture.x - INSET_PX), Math.abs(picture.y - label.y - INSET_PX)),
      ),
    ),
  );
}

if (BROWSER_NAME === 'chromium')
  describe('on paper', () => {
    it('every label stands in the corner of its picture, on the same sheet, and is back in its place after', async () => {
      const page = await session.open('gallery');
      const observations = await checkPage(page);
      const labelled = observations.filter(({ seen }) => seen !== null).length;
      expect(labelled).toBeGreaterThan(10);
      const before = (await page.labels()).filter(({ visible }) => visible);
      const sheets = await print(page);
      const drifts = sheets.flatMap(driftOf);
      expect(sheets.length).toBeGreaterThan(3);
      expect(drifts.length).toBe(labelled);
      expect(Math.max(...drifts)).toBeLessThan(1);
      await page.waitForLabels((labels) => {
        const now = labels.filter(({ visible }) => visible);
        return JSON.stringify(now) === JSON.stringify(before);
      });
      await page.close();
    });

    it('nothing is drawn where nothing is labelled', async () => {
      const page = await session.open('nothing');
      expect((await print(page)).flatMap(driftOf)).toEqual([]);
      await page.close();
    });
  });

if (BROWSER_NAME === 'firefox')
  describe('on paper', () => {
    it('there are no labels, rather than labels in wrong places', async () => {
      const page = await session.open('gallery');
      await page.waitForLabels((labels) => labels.some(({ visible }) => visible));
      const sheets = pdfBoxes(await (page as FirefoxTab).print(), GROUND);
      expect(sheets.reduce((sum, { pictures }) => sum + pictures.length, 0)).toBeGreaterThan(10);
      expect(sheets.flatMap(driftOf)).toEqual([]);
      await page.close();
    });
  });
