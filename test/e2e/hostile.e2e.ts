import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LabelNode, Page } from '../support/browsers/browser';
import { untilAnswer } from '../support/browsers/wait';
import { useSession } from './support/session';

/** A page that uses all it has against labels: they stay right, or go and come back; the toolbar stays true. */

const session = useSession();
let page: Page;

type Caught = {
  readonly roots: number;
  readonly removed: number;
  readonly frames: number;
};

const visible = (labels: readonly LabelNode[]) => labels.filter((label) => label.visible);
const press = (id: string) => page.evaluate((name) => document.getElementById(name)?.click(), id);
const caught = () => page.evaluate(() => (globalThis as unknown as { caught: Caught }).caught);
const toolbarSays = (text: string) =>
  untilAnswer(
    page,
    async () => (await session.browser.badgeText(page)) === text || undefined,
    () => `the toolbar does not say ${text}`,
  );

/**
 * Most removals there can be: that of the host as it stood, five returns at once in each window of time and one at its
 * end. The first window takes a second, each other twice the last.
 */
const mostRemovals = (ms: number) => 1 + 6 * Math.ceil(Math.log2(ms / 1000 + 1));

/** Labels in whole pixels from the corner of the picture they stand on. */
const offsets = async () => {
  const corners = await page.evaluate(() =>
    ['p0', 'p1'].map((id) => {
      const { x, y } = document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect();
      return [x, y] as const;
    }),
  );
  const labels = visible(await page.labels());
  return corners.map(([x, y]) =>
    labels.some(({ box }) => Math.abs(box.x - x - 10) <= 1 && Math.abs(box.y - y - 10) <= 1),
  );
};

beforeEach(async () => {
  page = await session.open('hostile-world');
  await page.waitForLabels((labels) => visible(labels).length === 2);
});
afterEach(() => page.close());

describe('a page at war', () => {
  it('does not reach the world labels are made in, nor learns what they say', async () => {
    expect(await offsets()).toEqual([true, true]);
    const known = await page.evaluate(() => {
      const host = document.documentElement.lastElementChild;
      return {
        root: host?.shadowRoot === null,
        words: host?.textContent,
        attributes: host?.getAttributeNames().join(),
        marked: document.querySelectorAll('[data-aigc-badge]').length,
      };
    });
    expect(known).toEqual({ root: true, words: '', attributes: 'style', marked: 0 });
    expect((await caught()).roots).toBe(0);
    await toolbarSays('2');
  });

  it('cannot restyle a label for longer than a frame', async () => {
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      host.setAttribute('hidden', '');
      host.style.cssText = 'display:none!important;opacity:0!important';
      host.appendChild(document.createTextNode('nothing to see'));
    });
    await page.waitForLabels((labels) => visible(labels).length === 2);
    expect(await offsets()).toEqual([true, true]);
  });

  it('removes labels for a while, ever more rarely answered, and never from the toolbar', async () => {
    const begun = performance.now();
    await press('fight');
    await untilAnswer(
      page,
      async () => (await caught()).removed >= 6 || undefined,
      () => 'nothing was removed',
    );
    await toolbarSays('2');
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const until = performance.now() + 2500;
          const next = () => (performance.now() > until ? resolve() : requestAnimationFrame(next));
          next();
        }),
    );
    const { removed } = await caught();
    expect(removed).toBeLessThanOrEqual(mostRemovals(performance.now() - begun));
    await press('peace');
    // The host comes back first; its labels are drawn in the frame after.
    await untilAnswer(
      page,
      async () => (await offsets()).every(Boolean) || undefined,
      () => 'no label is where it was',
    );
    expect(visible(await page.labels()).length).toBe(2);
  });

  it('fakes labels and copies the host, which changes no count', async () => {
    await press('fake');
    await toolbarSays('2');
    const ours = visible(await page.labels()).filter(({ name }) => name !== '');
    expect(ours.length).toBe(2);
  });

  it('keeps working while it inserts ten thousand nodes a second, and so do labels', async () => {
    await press('flood');
    await page.waitFor(() => document.body.dataset['flooded'], { timeoutMs: 30_000 });
    expect(await offsets()).toEqual([true, true]);
    expect((await caught()).frames).toBeGreaterThan(10);
    await page.evaluate(() => {
      const late = document.querySelector<HTMLImageElement>('#p2');
      if (late) late.src = '/media/gb/label-1-xmp.webp';
    });
    await page.waitForLabels((labels) => visible(labels).length === 3);
  });
});
