/**
 * What the bench runs inside pages, sent there as source text: each function uses nothing from outside.
 */

export type Smoothness = {
  readonly longTasks: number;
  readonly longTaskMs: number;
  readonly frames: readonly number[];
};

/** Scrolls from top to end, a step every `everyMs`, and watches frames and long tasks meanwhile. */
export async function scrollThrough(step: number, everyMs: number): Promise<Smoothness> {
  const tasks: number[] = [];
  try {
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: 'longtask', buffered: true });
  } catch {
    // Firefox has no long tasks.
  }
  const frames: number[] = [];
  let isOver = false;
  let last = performance.now();
  const frame = (now: number) => {
    frames.push(now - last);
    last = now;
    if (!isOver) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  for (let before = -1; scrollY > before; ) {
    before = scrollY;
    scrollBy(0, step);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  isOver = true;
  return {
    longTasks: tasks.length,
    longTaskMs: tasks.reduce((sum, ms) => sum + ms, 0),
    frames: frames.slice(2),
  };
}

export type Seen = {
  /** For each labelled picture whose label was seen: milliseconds from loaded and in view to drawn. */
  readonly latencies: readonly number[];
  /** Labelled pictures that stood in view, loaded, for `LEAST_IN_VIEW_MS` or got a label sooner, and those that got one. */
  readonly expected: number;
  readonly labelled: number;
  /** Labelled pictures that were scrolled past sooner and never stood in view again. */
  readonly passed: number;
  /** Labels first seen over a picture that carries none. */
  readonly wrong: number;
  /** Labels found twice in a row over a picture that carries none. */
  readonly stale: number;
};

/**
 * How long a picture has to stand in view before a missing label counts as missed: about one fixation and the next glance
 * (200 to 300 ms each). The bench scrolls the top of a page away that soon after it has loaded.
 */
export const LEAST_IN_VIEW_MS = 400;

/**
 * Watches pictures come into view and labels being drawn over them; the result stands at `globalThis.benchSeen()`. Runs in
 * the extension's own world of a page, where a closed shadow root can be opened.
 */
export function watchLabels(leastInViewMs: number): void {
  type Api = { readonly dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
  const world = globalThis as unknown as { chrome: Api; benchSeen?: () => Seen };
  if (world.benchSeen) return;
  const ready = new Map<string, number>();
  const stood = new Set<string>();
  const passed = new Set<string>();
  const inView = new Map<HTMLImageElement, string>();
  const drawn = new Map<string, number>();
  const wrong = new Set<string>();
  const badges = new Map<Element, string>();
  let stale = 0;
  const carries = (src: string) => /labelled\/\d+$/.test(src);
  const isReady = (image: HTMLImageElement) => {
    if (image.complete && image.naturalWidth > 0 && inView.get(image) === image.currentSrc)
      if (!ready.has(image.currentSrc)) ready.set(image.currentSrc, performance.now());
  };
  const left = (src: string | undefined) => {
    const since = src === undefined ? undefined : ready.get(src);
    if (src === undefined || since === undefined || drawn.has(src)) return;
    if (performance.now() - since >= leastInViewMs) stood.add(src);
    else {
      // Its next coming counts anew.
      passed.add(src);
      ready.delete(src);
    }
  };
  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const image = target as HTMLImageElement;
      if (isIntersecting) inView.set(image, image.currentSrc);
      else {
        left(inView.get(image));
        inView.delete(image);
      }
      isReady(image);
    }
  });
  const known = new WeakSet<Element>();
  const look = () => {
    for (const image of document.querySelectorAll('img')) {
      if (!known.has(image)) sight.observe(image);
      known.add(image);
    }
  };
  document.addEventListener(
    'load',
    ({ target }) => {
      const image = target as HTMLImageElement;
      const before = inView.get(image);
      if (before !== undefined && before !== image.currentSrc) left(before);
      if (inView.has(image)) inView.set(image, image.currentSrc);
      isReady(image);
    },
    true,
  );
  const under = (badge: Element): HTMLImageElement | undefined => {
    const { x, y, width, height } = badge.getBoundingClientRect();
    if (width === 0) return undefined;
    const [atX, atY] = [x + width / 2, y + height / 2];
    return [...inView.keys()].find((image) => {
      const box = image.getBoundingClientRect();
      return atX >= box.left && atX <= box.right && atY >= box.top && atY <= box.bottom;
    });
  };
  const note = () => {
    for (const host of document.documentElement.children) {
      const root =
        host === document.body || host === document.head
          ? null
          : world.chrome.dom.openOrClosedShadowRoot(host);
      for (const badge of root?.querySelectorAll('[data-aigc-badge]') ?? []) {
        const image = under(badge);
        if (!image) continue;
        const src = image.currentSrc;
        if (carries(src) && !drawn.has(src)) drawn.set(src, performance.now());
        if (!carries(src) && badges.get(badge) === src) stale += 1;
        if (!carries(src) && !badges.has(badge)) wrong.add(src);
        badges.set(badge, src);
      }
    }
    requestAnimationFrame(note);
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  look();
  requestAnimationFrame(note);
  world.benchSeen = () => {
    const now = performance.now();
    const stands = ([src, since]: readonly [string, number]) =>
      drawn.has(src) || stood.has(src) || now - since >= leastInViewMs;
    const expected = [...ready].filter(stands).flatMap(([src]) => (carries(src) ? [src] : []));
    const labelled = expected.filter((src) => drawn.has(src));
    const latencies = labelled.map((src) => Math.max(0, (drawn.get(src) ?? 0) - (ready.get(src) ?? 0)));
    return {
      latencies,
      expected: expected.length,
      labelled: labelled.length,
      passed: [...passed].filter((src) => carries(src) && !expected.includes(src)).length,
      wrong: wrong.size,
      stale,
    };
  };
}
