import type { Box, Page } from '../../support/browsers/browser';
import { labelOn } from '../../support/browsers/check-page';

/** When a movement counts as over. */
const SETTLED_MS = 50;

/** Distance of a label from the corner of its picture, as `geometry.ts` has it. */
const INSET_PX = 10;

/** Where an element is, in CSS pixels of the viewport. */
export const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.evaluate((wanted) => {
    const { x, y, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, selector);

/** Frames until 50 ms have gone by. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(
    (wait) =>
      new Promise<void>((resolve) => {
        const until = performance.now() + wait;
        const next = () => (performance.now() >= until ? resolve() : requestAnimationFrame(next));
        requestAnimationFrame(next);
      }),
    SETTLED_MS,
  );

/** Whole device pixels between the corner of the label on a picture and where it belongs. */
export async function driftOn(page: Page, selector: string): Promise<readonly number[] | 'no label'> {
  const picture = await boxOf(page, selector);
  const label = labelOn(picture, await page.labels());
  if (!label) return 'no label';
  const ratio = await page.evaluate(() => devicePixelRatio);
  const off = [label.box.x - picture.x - INSET_PX, label.box.y - picture.y - INSET_PX];
  return off.map((px) => Math.max(0, Math.round(Math.abs(px) * ratio - 0.01)));
}
