import type { Box, LabelNode, Page } from '../../support/browsers/browser';
import { labelOn } from '../../support/browsers/check-page';
import { nextFrame } from '../../support/browsers/wait';

/** Brings an element of a page or view into sight and gives its place there; throws where there is none. */
export async function placeOf(view: Page, selector: string): Promise<Box> {
  await view.evaluate((wanted) => {
    document.querySelector(wanted)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, selector);
  await view.evaluate(nextFrame);
  const box = await view.evaluate((wanted) => {
    const found = document.querySelector(wanted)?.getBoundingClientRect();
    return found === undefined ? null : { x: found.x, y: found.y, width: found.width, height: found.height };
  }, selector);
  if (box === null) throw new Error(`There is no ${selector}`);
  return box;
}

/** A trusted click in the middle of an element. */
export async function clickOn(view: Page, selector: string): Promise<void> {
  const { x, y, width, height } = await placeOf(view, selector);
  await view.click(x + width / 2, y + height / 2);
}

/** Waits for the label on a picture of the page. */
export async function labelOf(page: Page, selector: string): Promise<LabelNode> {
  await placeOf(page, selector);
  let found: LabelNode | undefined;
  const box = await placeOf(page, selector);
  await page.waitForLabels((labels) => {
    found = labelOn(box, labels);
    return found !== undefined;
  });
  if (found === undefined) throw new Error(`No label on ${selector}`);
  return found;
}

/** A trusted click on the label of a picture of the page. */
export async function clickLabel(page: Page, selector: string): Promise<void> {
  const { box } = await labelOf(page, selector);
  await page.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Opens every fold of a view, so that its content is made and can be read. */
export async function openFolds(view: Page): Promise<void> {
  await view.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await view.waitFor(() =>
    Array.from(document.querySelectorAll('details')).every((fold) => fold.children.length > 1),
  );
}
