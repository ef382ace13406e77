import type { Expected } from '../../site/page';
import type { Box, LabelNode, Page } from './browser';
import { nextFrame } from './wait';

/** What was found on one picture. */
export type Observation = Expected & {
  /** Badge of the label on it, `null` for none. */
  readonly seen: string | null;
  readonly text: string;
  readonly asExpected: boolean;
};

/** How long a label may take to come; after a first miss on a page the rest is not waited for as long. */
const PATIENCE_MS = 20_000;
const IMPATIENCE_MS = 1_000;
/** Frames without change before a picture counts as one that gets no label. */
const QUIET_FRAMES = 20;

type Placed = { readonly box: Box; readonly inView: boolean };

/**
 * Compares the labels on a specimen page with the page's own list. Scrolls to each picture, since labels are drawn for
 * what can be seen; presses the buttons the list names.
 */
export async function checkPage(page: Page): Promise<readonly Observation[]> {
  const expected = await page.evaluate(readExpected);
  const observations: Observation[] = [];
  const steps = new Set(expected.map(({ after }) => after));
  for (const after of [undefined, ...[...steps].filter((step) => step !== undefined)]) {
    if (after !== undefined) await press(page, after);
    const now = expected.filter((each) => each.after === after);
    observations.push(...(await observeAll(page, now)));
  }
  return observations;
}

/** The label whose centre lies on the picture, if any. */
export function labelOn(picture: Box, labels: readonly LabelNode[]): LabelNode | undefined {
  return labels.find(({ box, visible }) => {
    const x = box.x + box.width / 2 - picture.x;
    const y = box.y + box.height / 2 - picture.y;
    return visible && x >= 0 && y >= 0 && x <= picture.width && y <= picture.height;
  });
}

async function observeAll(page: Page, items: readonly Expected[]): Promise<Observation[]> {
  // Labelled pictures first: once they have their labels, the unlabelled ones have been read too.
  const order = [...items].sort((a, b) => Number(a.badge === null) - Number(b.badge === null));
  const found: Observation[] = [];
  let patience = PATIENCE_MS;
  let labels: readonly LabelNode[] | undefined;
  for (const item of order) {
    const scrolled = await bringIntoView(page, item.selector);
    if (scrolled || labels === undefined || item.badge !== null) labels = await settle(page, item, patience);
    const observation = observe(item, await place(page, item.selector), labels);
    if (!observation.asExpected) patience = IMPATIENCE_MS;
    found.push(observation);
  }
  return found;
}

function observe(item: Expected, placed: Placed | null, labels: readonly LabelNode[]): Observation {
  const label = placed ? labelOn(placed.box, labels) : undefined;
  const seen = label?.badge ?? null;
  return { ...item, seen, text: label?.text ?? '', asExpected: placed !== null && seen === item.badge };
}

/** Waits for the label where one is expected, for quiet where none is; gives the labels there are in the end. */
async function settle(page: Page, item: Expected, patienceMs: number): Promise<readonly LabelNode[]> {
  const deadline = performance.now() + patienceMs;
  let labels = await page.labels();
  for (let frames = 0; performance.now() < deadline; frames++) {
    const placed = await place(page, item.selector);
    const seen = placed ? (labelOn(placed.box, labels)?.badge ?? null) : null;
    if (seen === item.badge && (item.badge !== null || frames >= QUIET_FRAMES)) break;
    await page.evaluate(nextFrame);
    labels = await page.labels();
  }
  return labels;
}

async function bringIntoView(page: Page, selector: string): Promise<boolean> {
  if ((await place(page, selector))?.inView) return false;
  await page.evaluate(scrollTo, selector);
  await page.evaluate(nextFrame);
  return true;
}

async function press(page: Page, selector: string): Promise<void> {
  await bringIntoView(page, selector);
  const placed = await place(page, selector);
  if (!placed) throw new Error(`The page has no ${selector}`);
  const { x, y, width, height } = placed.box;
  await page.click(x + width / 2, y + height / 2);
}

function place(page: Page, selector: string): Promise<Placed | null> {
  return page.evaluate(measure, selector);
}

function readExpected(): Expected[] {
  return JSON.parse(document.querySelector('#expected')?.textContent ?? '[]') as Expected[];
}

function scrollTo(selector: string): void {
  document
    .querySelector(selector)
    ?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
}

function measure(selector: string): Placed | null {
  const element = document.querySelector(selector);
  if (!element) return null;
  const { x, y, width, height } = element.getBoundingClientRect();
  const inside = (start: number, size: number, space: number) =>
    start >= 0 && start + Math.min(size, 80) <= space;
  // A corner inside the window is not enough inside a box that scrolls: ask what is on top there.
  const top = document.elementFromPoint(x + Math.min(width / 2, 40), y + Math.min(height / 2, 40));
  const inView = inside(x, width, innerWidth) && inside(y, height, innerHeight) && top === element;
  return { box: { x, y, width, height }, inView };
}
