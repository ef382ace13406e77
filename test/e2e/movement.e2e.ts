import { describe, expect, it } from 'vitest';
import type { Box, LabelNode, Page } from '../support/browsers/browser';
import { labelOn } from '../support/browsers/check-page';
import { nextFrame } from '../support/browsers/wait';
import { useSession } from './support/session';

/**
 * Labels stay on their pictures: the distance from the picture's corner is the same before and after everything
 * that can move it, two frames later.
 */

const session = useSession();

/** A fraction of a device pixel: labels stand on whole ones. */
const TOLERANCE_PX = 1;

const boxOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const { x, y, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, selector);

async function frames(page: Page, count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1) await page.evaluate(nextFrame);
}

/** The label on a picture once it is there, with the picture's box. */
async function labelled(page: Page, selector: string): Promise<{ label: LabelNode; picture: Box }> {
  await page.evaluate(
    (wanted) =>
      document
        .querySelector(wanted)
        ?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' }),
    selector,
  );
  for (;;) {
    const picture = await boxOf(page, selector);
    const label = labelOn(picture, await page.labels());
    if (label) return { label, picture };
    await page.evaluate(nextFrame);
  }
}

/** Where the label on a picture stands, seen from the picture's corner. */
async function offset(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const picture = await boxOf(page, selector);
  const label = labelOn(picture, await page.labels());
  if (!label) throw new Error(`no label on ${selector}`);
  return { x: label.box.x - picture.x, y: label.box.y - picture.y };
}

async function expectToFollow(page: Page, selector: string, move: () => Promise<unknown>): Promise<void> {
  const before = await offset(page, selector);
  await move();
  await frames(page, 2);
  const after = await offset(page, selector);
  expect(Math.abs(after.x - before.x)).toBeLessThanOrEqual(TOLERANCE_PX);
  expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(TOLERANCE_PX);
}

describe('scrolling', () => {
  it('follows in the page, in a box and in a strip, and stays inside what scrolls', async () => {
    const page = await session.open('scrolling');
    await labelled(page, '#picture-1');
    await expectToFollow(page, '#picture-1', () => page.evaluate(() => scrollBy(0, 60)));
    await expectToFollow(page, '#picture-1', () =>
      page.evaluate(() => document.querySelector('#scroller')?.scrollBy(0, 5)),
    );
    await labelled(page, '#strip img');
    await expectToFollow(page, '#strip img', () =>
      page.evaluate(() => document.querySelector('#strip')?.scrollBy(5, 0)),
    );
    await page.evaluate(() => document.querySelector('#scroller')?.scrollTo(0, 250));
    await frames(page, 2);
    const scroller = await boxOf(page, '#scroller');
    const picture = await boxOf(page, '#picture-1');
    expect(picture.y).toBeLessThan(scroller.y);
    expect(labelOn({ ...picture, height: scroller.y - picture.y }, await page.labels())).toBeUndefined();
    await page.close();
  });

  it('follows a sticky picture', async () => {
    const page = await session.open('scrolling');
    await labelled(page, '#sticky');
    await expectToFollow(page, '#sticky', () => page.evaluate(() => scrollBy(0, 40)));
    await page.close();
  });
});

describe('layout', () => {
  it('follows when content grows above and goes again', async () => {
    const page = await session.open('layout-shift');
    await labelled(page, '#picture-1');
    const press = (id: string) => () => page.evaluate((name) => document.getElementById(name)?.click(), id);
    await expectToFollow(page, '#picture-1', press('grow'));
    await expectToFollow(page, '#picture-1', press('shrink'));
    await expectToFollow(page, '#picture-1', () =>
      page.evaluate(() => document.querySelector('#fold')?.toggleAttribute('open')),
    );
    await page.close();
  });

  it('follows styles that scripts write, and sizes', async () => {
    const page = await session.open('motion');
    await labelled(page, '#resizing');
    await expectToFollow(page, '#resizing', () =>
      page.evaluate(() =>
        document.querySelector<HTMLElement>('#resizing')?.style.setProperty('width', '240px'),
      ),
    );
    await expectToFollow(page, '#resizing', () =>
      page.evaluate(() => {
        const picture = document.querySelector<HTMLElement>('#resizing');
        picture?.style.setProperty('position', 'relative');
        picture?.style.setProperty('left', '30px');
      }),
    );
    await page.close();
  });

  it('ends where a transition ends', async () => {
    const page = await session.open('motion');
    await labelled(page, '#moving');
    const text = async () => labelOn(await boxOf(page, '#moving'), await page.labels())?.box.height ?? 0;
    const before = { box: await boxOf(page, '#moving'), height: await text() };
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          document
            .querySelector('#moving')
            ?.addEventListener('transitionend', () => resolve(), { once: true });
          document.getElementById('move')?.click();
        }),
    );
    await frames(page, 3);
    const after = await boxOf(page, '#moving');
    expect(after.x !== before.box.x || after.width !== before.box.width).toBe(true);
    const { x, y } = await offset(page, '#moving');
    expect([Math.round(x), Math.round(y)]).toEqual([10, 10]);
    await page.close();
  });

  it('follows an animation that no event tells of', async () => {
    const page = await session.open('layout-shift');
    await labelled(page, '#picture-1');
    await frames(page, 20);
    await page.evaluate(async () => {
      const picture = document.querySelector('#picture-1');
      await picture?.animate([{ translate: '0 0' }, { translate: '0 80px' }], {
        duration: 300,
        fill: 'forwards',
      }).finished;
    });
    await frames(page, 4);
    const { x, y } = await offset(page, '#picture-1');
    expect([Math.round(x), Math.round(y)]).toEqual([10, 10]);
    await page.close();
  });
});

describe('boxes that cut nothing', () => {
  it.each([
    ['an inline box with overflow', 'display:inline;overflow:hidden'],
    ['a box that is not there', 'display:contents;overflow:hidden'],
  ])('leave the label whole: %s', async (_, style) => {
    const page = await session.open('layout-shift');
    await page.evaluate((css) => {
      const picture = document.querySelector('#picture-1');
      const wrap = document.createElement('a');
      wrap.style.cssText = css;
      picture?.replaceWith(wrap);
      if (picture) wrap.append(picture);
    }, style);
    const { label } = await labelled(page, '#picture-1');
    expect(label.visible).toBe(true);
    await page.close();
  });
});

describe('visibility', () => {
  it('has no label on a picture that is hidden, and has it again afterwards', async () => {
    const page = await session.open('motion');
    await labelled(page, '#fading');
    const hide = (value: string) =>
      page.evaluate(
        (name) => document.querySelector<HTMLElement>('#fading')?.style.setProperty('visibility', name),
        value,
      );
    await hide('hidden');
    await frames(page, 2);
    expect(labelOn(await boxOf(page, '#fading'), await page.labels())).toBeUndefined();
    await hide('visible');
    await frames(page, 2);
    expect(labelOn(await boxOf(page, '#fading'), await page.labels())?.badge).toBe('possible');
    await page.close();
  });
});

describe('size', () => {
  it('keeps text at 5 % of the shortest side, never below 11 px, and never wider than the picture', async () => {
    const page = await session.open('sizes');
    for (const width of [60, 96, 220, 480, 720, 1400]) {
      const { label, picture } = await labelled(page, `#w${width}`);
      const textPx = label.box.height / 1.92;
      expect(textPx).toBeGreaterThanOrEqual(
        Math.max(11, 0.05 * Math.min(picture.width, picture.height)) - 0.05,
      );
      expect(label.box.width).toBeLessThanOrEqual(picture.width);
    }
    await page.close();
  });

  it('shortens its words with the room it has', async () => {
    const page = await session.open('sizes', 'zh');
    const textOn = async (selector: string) => (await labelled(page, selector)).label.text;
    expect([await textOn('#narrow'), await textOn('#w96')]).toEqual(['', 'AI']);
    expect((await textOn('#w480')).length).toBeGreaterThan(2);
    await page.close();
  });
});
