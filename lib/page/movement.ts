/** Frames without a change after which the placing loop rests. */
const QUIET_FRAMES = 12;

/**
 * The same after mere scrolling or a picture that has loaded. Each frame of ours is one the page would not have drawn, and
 * what moves later without a sign of its own is noticed by the sentinels, which are armed by the first frame that finds
 * things still.
 */
const QUIET_AFTER_SCROLL = 3;

/**
 * How long the last, thorough frame after mere scrolling waits: a wheel turns on, and between two of its notches nothing
 * needs to be asked that the next one asks again.
 */
const REST_MS = 200;

/** What `:hover`, `:focus` and `:checked` follow: a picture may give way to another without any other sign. */
const POINTER_EVENTS = ['pointerover', 'focusin', 'focusout', 'change'] as const;

/** What a frame is for. */
export type Look = {
  /** Computed styles may have changed too: what depends on them is to be read anew. */
  readonly styles: boolean;
  /** Something told since the last frame that the page may have changed. */
  readonly told: boolean;
  /** The last frame before the rest. */
  readonly last: boolean;
};

/** Stirs the loop. */
export type Movement = {
  /** Something may be on the move. */
  stir(): void;
  /** There is something to place, and no sign that anything goes on moving. */
  nudge(): void;
};

/** Called once per frame while something may move; says whether anything did. */
export type Place = (look: Look) => boolean;

/**
 * Runs `place` every frame while the page moves and rests otherwise: no frame, no timer is spent on a still page.
 *
 * Stirred by scrolling (inner boxes too), resizing, zooming, transitions, animations, changed styles, classes and
 * children, loaded pictures, and by {@link Sentinels} for what none of these tells. After each stir it runs until
 * {@link QUIET_FRAMES} frames in a row moved nothing. Styles are read again when the page says that they may have
 * changed, and once before resting: a style sheet may have changed without a word.
 *
 * @returns how it is stirred for what the caller sees by itself
 */
export function startMovement(
  window: Window & typeof globalThis,
  place: Place,
  signal: AbortSignal,
): Movement {
  const loop = placingLoop(window, place, signal);
  const stir = () => loop.run(QUIET_FRAMES);
  const nudge = () => loop.run(QUIET_AFTER_SCROLL);
  const restyle = () => {
    loop.restyle();
    stir();
  };
  listen(window, { scrolled: nudge, stir, restyle }, signal);
  const observer = new MutationObserver(restyle);
  observer.observe(window.document, {
    subtree: true,
    childList: true,
    attributeFilter: ['style', 'class', 'hidden', 'open', 'width', 'height'],
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return { stir, nudge };
}

type Loop = {
  /** Runs until so many frames moved nothing, or as many as are still owed. */
  run(atLeast: number): void;
  /** Styles are to be read anew with the next frame. */
  restyle(): void;
};

function placingLoop(window: Window, place: Place, signal: AbortSignal): Loop {
  let quiet = QUIET_FRAMES;
  let styles = true;
  let told = true;
  let calm = true;
  let frame: number | undefined;
  let rest: number | undefined;
  const step = () => {
    frame = undefined;
    const last = quiet === QUIET_FRAMES - 1;
    const look = { styles: styles || last, told, last };
    styles = false;
    told = false;
    quiet = place(look) ? Math.min(quiet, QUIET_FRAMES - QUIET_AFTER_SCROLL) : quiet + 1;
    if (quiet === QUIET_FRAMES) calm = true;
    else if (calm && quiet === QUIET_FRAMES - 1) rest = window.setTimeout(ask, REST_MS);
    else ask();
  };
  const ask = () => {
    window.clearTimeout(rest);
    if (frame === undefined && !signal.aborted) frame = window.requestAnimationFrame(step);
  };
  signal.addEventListener('abort', () => {
    window.clearTimeout(rest);
    if (frame !== undefined) window.cancelAnimationFrame(frame);
  });
  return {
    run: (atLeast) => {
      calm &&= atLeast === QUIET_AFTER_SCROLL;
      quiet = Math.min(quiet, QUIET_FRAMES - atLeast);
      told = true;
      ask();
    },
    restyle: () => {
      styles = true;
    },
  };
}

type Stirs = { readonly scrolled: () => void; readonly stir: () => void; readonly restyle: () => void };

function listen(window: Window, { scrolled, stir, restyle }: Stirs, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal } as const;
  for (const type of ['scroll', 'load']) window.document.addEventListener(type, scrolled, options);
  for (const type of POINTER_EVENTS) window.document.addEventListener(type, stir, options);
  for (const type of ['transitionrun', 'transitionend', 'animationstart', 'toggle'])
    window.document.addEventListener(type, restyle, options);
  for (const type of ['resize', 'fullscreenchange', 'orientationchange', 'pageshow'])
    window.addEventListener(type, restyle, options);
  window.visualViewport?.addEventListener('resize', restyle, options);
  window.visualViewport?.addEventListener('scroll', scrolled, options);
}
