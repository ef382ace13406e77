import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Look, type Movement, startMovement } from '../../../lib/page/movement';

/** Longer than the last look after scrolling waits, and shorter. */
const LONG_MS = 1000;
const SHORT_MS = 150;

type Listener = () => void;

/** A page whose frames, events and mutations are the test's to give. */
class FakePage {
  readonly looks: Look[] = [];
  moves = false;
  mutated: Listener = () => undefined;
  readonly movement: Movement;
  private readonly listeners = new Map<string, Listener>();
  private frames: FrameRequestCallback[] = [];

  constructor(signal: AbortSignal) {
    const page = this;
    vi.stubGlobal(
      'MutationObserver',
      class {
        constructor(mutated: Listener) {
          page.mutated = mutated;
        }
        observe() {}
        disconnect() {}
      },
    );
    const target = { addEventListener: (type: string, each: Listener) => page.listeners.set(type, each) };
    const window = {
      ...target,
      document: target,
      setTimeout: (task: Listener, ms: number) => setTimeout(task, ms),
      clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
      requestAnimationFrame: (frame: FrameRequestCallback) => page.frames.push(frame),
      cancelAnimationFrame: () => {
        page.frames = [];
      },
    } as unknown as Window & typeof globalThis;
    const place = (look: Look) => {
      page.looks.push(look);
      return page.moves;
    };
    this.movement = startMovement(window, place, signal);
  }

  scroll(): void {
    this.listeners.get('scroll')?.();
  }

  /** Draws frames until none is asked for; gives how many looks they were, and whether the last was thorough. */
  draw(): { readonly looks: number; readonly last: boolean } {
    const before = this.looks.length;
    for (let count = 0; count < 50 && this.frames.length > 0; count += 1) {
      const now = this.frames;
      this.frames = [];
      for (const frame of now) frame(0);
    }
    return { looks: this.looks.length - before, last: this.looks.at(-1)?.last ?? false };
  }
}

let ending: AbortController;
let page: FakePage;

beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
  page = new FakePage(ending.signal);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('startMovement', () => {
  it('draws nothing of itself', () => {
    expect(page.draw()).toEqual({ looks: 0, last: false });
  });

  it('looks twice at a page that was scrolled, and thoroughly when the wheel rests', () => {
    page.scroll();
    expect(page.draw()).toEqual({ looks: 2, last: false });
    vi.advanceTimersByTime(LONG_MS);
    expect(page.draw()).toEqual({ looks: 1, last: true });
    vi.advanceTimersByTime(LONG_MS);
    expect(page.draw()).toEqual({ looks: 0, last: true });
  });

  it('waits with the thorough look while the wheel turns on', () => {
    for (let notch = 0; notch < 4; notch += 1) {
      page.scroll();
      expect(page.draw()).toEqual({ looks: 2, last: false });
      vi.advanceTimersByTime(SHORT_MS);
      expect(page.draw()).toEqual({ looks: 0, last: false });
    }
    vi.advanceTimersByTime(LONG_MS);
    expect(page.draw()).toEqual({ looks: 1, last: true });
  });

  it('follows what goes on moving after a scroll, frame by frame', () => {
    page.moves = true;
    page.scroll();
    expect(page.draw()).toEqual({ looks: 50, last: false });
    page.moves = false;
    expect(page.draw().last).toBe(false);
    vi.advanceTimersByTime(LONG_MS);
    expect(page.draw()).toEqual({ looks: 1, last: true });
  });

  it('reads styles anew as soon as the page changes, and waits for nothing then', () => {
    page.scroll();
    page.draw();
    page.mutated();
    expect(page.draw()).toEqual({ looks: 12, last: true });
    expect(page.looks.map(({ styles }) => styles).slice(2)).toEqual([true, ...Array(10).fill(false), true]);
  });

  it('does not let a scroll cut short what something else stirred', () => {
    page.movement.stir();
    page.scroll();
    expect(page.draw()).toEqual({ looks: 12, last: true });
  });

  it('looks at what is new as after a scroll', () => {
    page.movement.nudge();
    expect(page.draw()).toEqual({ looks: 2, last: false });
    vi.advanceTimersByTime(LONG_MS);
    expect(page.draw()).toEqual({ looks: 1, last: true });
  });

  it('ends with its signal, a look that waits included', () => {
    page.scroll();
    page.draw();
    ending.abort();
    vi.advanceTimersByTime(LONG_MS);
    page.scroll();
    expect(page.draw()).toEqual({ looks: 0, last: false });
  });
});
