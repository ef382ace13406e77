import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../support/browsers/browser';
import { labelOn } from '../support/browsers/check-page';
import { boxOf, driftOn, settle } from './support/drift';
import { useSession } from './support/session';

/**
 * The label's distance from its picture's corner 50 ms after every kind of movement: not a device pixel more or less
 * than before; and the picture beside it, which is moved as well, never gets the label.
 */

const session = useSession();
let page: Page;

/** Kinds of movement, each done to the page `drift` by a script of the page. */
const MOVES: Readonly<Record<string, () => unknown>> = {
  'the page scrolls': () => scrollBy(0, 37),
  'an inner box scrolls down': () => document.querySelector('#scroller')?.scrollBy(0, 31),
  'an inner box scrolls sideways': () => document.querySelector('#scroller')?.scrollBy(23, 0),
  'the picture is transformed': () =>
    document.querySelector<HTMLElement>('#target')?.style.setProperty('transform', 'translate(17px, 9px)'),
  'an ancestor is scaled': () =>
    document.querySelector<HTMLElement>('#outer')?.style.setProperty('scale', '0.9'),
  'a carousel moves on': () =>
    document.querySelector<HTMLElement>('#track')?.style.setProperty('translate', '-33px 0'),
  'a transition runs': () => {
    const track = document.querySelector<HTMLElement>('#track');
    track?.classList.add('glides');
    track?.style.setProperty('transform', 'translateX(28px)');
    return new Promise((resolve) => track?.addEventListener('transitionend', resolve, { once: true }));
  },
  'an animation runs': () => {
    const target = document.querySelector('#target');
    target?.classList.add('swings');
    return new Promise((resolve) => target?.addEventListener('animationend', resolve, { once: true }));
  },
  'content grows above': () =>
    document.querySelector<HTMLElement>('#above')?.style.setProperty('height', '43px'),
  'a fold opens': () => document.querySelector('#fold')?.setAttribute('open', ''),
  'a rule is added to a sheet': () => document.styleSheets[0]?.insertRule('#outer { margin-left: 29px }'),
  'the picture sticks': () => {
    document.querySelector<HTMLElement>('#target')?.style.setProperty('position', 'sticky');
    document.querySelector<HTMLElement>('#target')?.style.setProperty('top', '20px');
    document.querySelector('#scroller')?.scrollBy(0, 70);
  },
  'the picture is fixed': () => {
    const target = document.querySelector<HTMLElement>('#target');
    for (const [name, value] of Object.entries({ position: 'fixed', left: '50px', top: '400px' }))
      target?.style.setProperty(name, value);
  },
  'the picture grows': () =>
    document.querySelector<HTMLElement>('#target')?.style.setProperty('width', '340px'),
  'flex items change places': () =>
    document.querySelector<HTMLElement>('#target')?.style.setProperty('order', '2'),
  'the picture is put elsewhere': () => {
    const target = document.querySelector('#target');
    if (target) document.querySelector('#elsewhere')?.append(target);
    document.querySelector('#elsewhere')?.scrollIntoView({ block: 'center' });
  },
  'the page turns right to left': () => document.documentElement.setAttribute('dir', 'rtl'),
  'the page is zoomed by its style': () => document.documentElement.style.setProperty('zoom', '1.1'),
};

beforeAll(async () => {
  page = await session.open('drift');
});
afterAll(() => page.close());

describe('50 ms later', () => {
  it.each(Object.entries(MOVES))('the label is where it was: %s', async (_, move) => {
    await page.goto(await page.url());
    await page.waitForLabels((labels) => labels.some(({ visible }) => visible));
    const before = await boxOf(page, '#target');
    await page.evaluate(move);
    await settle(page);
    expect(await driftOn(page, '#target')).toEqual([0, 0]);
    expect(await boxOf(page, '#target')).not.toEqual(before);
    const neighbour = await boxOf(page, '#neighbour');
    expect(labelOn(neighbour, await page.labels())).toBeUndefined();
  });
});
