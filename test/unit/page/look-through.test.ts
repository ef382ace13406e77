import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LookThrough } from '../../../lib/page/look-through';

const VIEW = { width: 1000, height: 800 };

/** Longer than a page must rest to be looked through, and than scrolling must be over. */
const REST_MS = 400;
const OVER_MS = 3000;

/** An element as far as looking needs one: its place, its background and its shadow root. */
class FakeElement {
  readonly nodeType = 1;
  readonly isConnected = true;
  children: readonly FakeElement[] = [];
  root: FakeRoot | undefined;
  measured = 0;
  styled = 0;

  constructor(
    readonly localName: string,
    public y: number,
    public image = 'none',
  ) {}

  get ownerDocument() {
    return { defaultView: page.window };
  }

  getBoundingClientRect() {
    this.measured += 1;
    const top = this.y - page.scrollY;
    return { left: 0, right: 300, width: 300, top, bottom: top + 200, height: 200 };
  }
}

class FakeRoot {
  readonly nodeType = 11;
  readonly isConnected = true;
  constructor(readonly children: readonly FakeElement[]) {}
}

const below = (node: { readonly children: readonly FakeElement[] }): readonly FakeElement[] =>
  node.children.flatMap((child) => [child, ...below(child)]);

class FakePage {
  scrollY = 0;
  readonly told: FakeElement[] = [];
  readonly roots: FakeRoot[] = [];
  readonly document = {
    nodeType: 9,
    isConnected: true,
    children: [] as readonly FakeElement[],
    createTreeWalker: (node: FakeElement) => {
      const all = [...below(node)];
      return { nextNode: () => all.shift() ?? null };
    },
  };
  readonly window = {
    document: this.document,
    innerWidth: VIEW.width,
    innerHeight: VIEW.height,
    performance: { now: () => Date.now() },
    setTimeout: (task: () => void, ms: number) => setTimeout(task, ms),
    clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
    requestIdleCallback: (task: () => void) => setTimeout(task, 0),
    getComputedStyle: (element: FakeElement, pseudo: string | null) => {
      if (pseudo === null) element.styled += 1;
      const backgroundImage = pseudo === null ? element.image : 'none';
      return { backgroundImage, backgroundSize: 'cover', width: '300px', height: '200px', content: 'none' };
    },
  };

  begin(children: readonly FakeElement[], signal: AbortSignal): LookThrough {
    this.document.children = children;
    const options = {
      window: this.window as unknown as Window & typeof globalThis,
      shadowRootOf: (element: Element) =>
        ((element as unknown as FakeElement).root ?? null) as unknown as ShadowRoot | null,
    };
    const seen = {
      root: (root: ShadowRoot) => void this.roots.push(root as unknown as FakeRoot),
      draws: (element: Element) => void this.told.push(element as unknown as FakeElement),
      bare: () => undefined,
    };
    const through = new LookThrough(options, seen, signal);
    through.begin();
    vi.advanceTimersByTime(REST_MS);
    return through;
  }

  scrollTo(y: number, through: LookThrough): void {
    this.scrollY = y;
    through.scrolled(this.document as unknown as Document);
    vi.advanceTimersByTime(REST_MS);
  }
}

const url = (name: string) => `url("https://pictures.example/${name}.jpg")`;

let page: FakePage;
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Node', { ELEMENT_NODE: 1, TEXT_NODE: 3 });
  vi.stubGlobal('NodeFilter', { SHOW_ELEMENT: 1, SHOW_TEXT: 4 });
  page = new FakePage();
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('LookThrough', () => {
  it('tells backgrounds in sight at once, others when they are scrolled there', () => {
    const [top, far] = [new FakeElement('div', 0, url('a')), new FakeElement('div', 5000, url('b'))];
    const through = page.begin([top, far], ending.signal);
    expect(page.told).toEqual([top]);
    page.scrollTo(4800, through);
    expect(page.told).toEqual([top, far]);
  });

  it('asks elements without a background once, however often the page is scrolled', () => {
    const plain = [0, 300, 2000, 9000].map((y) => new FakeElement('p', y));
    const through = page.begin(plain, ending.signal);
    page.scrollTo(100, through);
    for (const each of plain) [each.measured, each.styled] = [0, 0];
    for (const y of [300, 600, 900]) page.scrollTo(y, through);
    expect(plain.map(({ measured, styled }) => measured + styled)).toEqual([0, 0, 0, 0]);
  });

  it('tells a background that was given to an element out of sight', () => {
    const lazy = new FakeElement('div', 5000);
    const through = page.begin([lazy], ending.signal);
    page.scrollTo(100, through);
    lazy.image = url('late');
    through.soil(lazy as unknown as Node);
    vi.advanceTimersByTime(REST_MS);
    expect(page.told).toEqual([]);
    page.scrollTo(4800, through);
    expect(page.told).toEqual([lazy]);
  });

  it('finds what changed without a sign when scrolling is over', () => {
    const silent = new FakeElement('div', 200);
    const through = page.begin([silent], ending.signal);
    page.scrollTo(50, through);
    silent.image = url('silent');
    page.scrollTo(60, through);
    expect(page.told).toEqual([]);
    vi.advanceTimersByTime(OVER_MS);
    expect(page.told).toEqual([silent]);
  });

  it('looks into shadow trees each time, and into custom elements until they have one', () => {
    const [inner, late] = [
      new FakeElement('div', 5000, url('in')),
      new FakeElement('div', 5000, url('late')),
    ];
    const [host, custom] = [new FakeElement('div', 0), new FakeElement('x-card', 0)];
    host.root = new FakeRoot([inner]);
    const through = page.begin([host, custom], ending.signal);
    page.scrollTo(100, through);
    custom.root = new FakeRoot([late]);
    expect(page.told).toEqual([]);
    page.scrollTo(4800, through);
    expect(page.told).toEqual([inner, late]);
    expect(new Set(page.roots)).toEqual(new Set([host.root, custom.root]));
  });
});
