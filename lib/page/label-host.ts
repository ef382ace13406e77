import type { Box } from './geometry';
import { OVERLAY_CSS } from './overlay-style';

/** The page's coordinate system as seen from the host: where its origin is in the viewport, and its scale. */
export type HostFrame = { readonly x: number; readonly y: number; readonly scale: number };

/** The one element we add to a document, with the closed shadow root everything is drawn in. */
export type LabelHost = {
  readonly root: ShadowRoot;
  readonly layer: HTMLElement;
  /** Reads where host coordinates start in the viewport; forces layout, so call it with the other reads. */
  frame(): HostFrame;
};

/** Where a host stands. */
export type HostPlace = {
  /** The element it is put into: the document's root, or an element of the top layer that can hold it. */
  readonly home: Element;
  /** Whether what it draws is raised into the top layer: over an element there that can hold nothing itself. */
  readonly raised: boolean;
};

/**
 * A page that keeps removing the host must not drive us in circles: returns per window of time, which doubles as long
 * as the page keeps at it.
 */
export const MAX_RETURNS = 5;
const RETURN_WINDOW_MS = 1000;
const MAX_RETURN_WINDOW_MS = 60_000;

const PROBE_PX = 100;
const TOP_Z_INDEX = '2147483647';

/**
 * Host style, all important: `all: initial` undoes what a page's sheet says of its elements (except `direction`,
 * which `all` leaves alone). Absolute at the document's origin, without size, and never in the pointer's way.
 */
const HOST_STYLE: readonly (readonly [string, string])[] = [
  ['all', 'initial'],
  ['display', 'block'],
  ['position', 'absolute'],
  ['left', '0'],
  ['top', '0'],
  ['width', '0'],
  ['height', '0'],
  ['overflow', 'visible'],
  ['direction', 'ltr'],
  ['pointer-events', 'none'],
  ['z-index', TOP_Z_INDEX],
];

/**
 * Adds a host to a document and keeps it there until `signal` aborts; then it is removed and stays away.
 *
 * A page that removes, moves or restyles the host gets it back, at most {@link MAX_RETURNS} times a second, and ever
 * more rarely as long as it goes on.
 */
export function createLabelHost(document: Document, place: HostPlace, signal: AbortSignal): LabelHost {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(document, root);
  const layer = document.createElement('div');
  layer.className = 'layer';
  const probe = document.createElement('div');
  probe.className = 'probe';
  layer.append(probe);
  root.append(layer);
  if (place.raised) layer.setAttribute('popover', 'manual');
  keepIn(document, { host, layer }, place, signal);
  return { root, layer, frame: () => frameOf(probe.getBoundingClientRect()) };
}

function frameOf(probe: DOMRect): HostFrame {
  const scale = probe.width / PROBE_PX;
  return { x: probe.left, y: probe.top, scale: scale > 0 ? scale : 1 };
}

/** Viewport coordinates → host coordinates. */
export function toHost(box: Box, frame: HostFrame): Box {
  return {
    x: (box.x - frame.x) / frame.scale,
    y: (box.y - frame.y) / frame.scale,
    width: box.width / frame.scale,
    height: box.height / frame.scale,
  };
}

/** Host coordinates → viewport coordinates. */
export function fromHost(box: Box, frame: HostFrame): Box {
  return {
    x: box.x * frame.scale + frame.x,
    y: box.y * frame.scale + frame.y,
    width: box.width * frame.scale,
    height: box.height * frame.scale,
  };
}

/**
 * Gives a shadow root our style. Firefox refuses sheets made in a content script's own world, so a `style`
 * element stands in there; its text is set by us, not by the page, and so the page's policy does not bind it.
 */
function addStyle(document: Document, root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(OVERLAY_CSS);
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets.length === 1) return;
  } catch {
    // Fall through to the element.
  }
  const style = document.createElement('style');
  style.textContent = OVERLAY_CSS;
  root.append(style);
}

function keepIn(
  document: Document,
  { host, layer }: { readonly host: HTMLElement; readonly layer: HTMLElement },
  { home, raised }: HostPlace,
  signal: AbortSignal,
): void {
  const returns = returnBudget(signal);
  const isRoot = home === document.documentElement;
  // The page may put another root in the old one's place.
  const homeNow = () => (isRoot ? document.documentElement : home);
  const observer = new MutationObserver(() => {
    if (!isInPlace(host, homeNow())) returns(put);
  });
  const put = () => {
    if (signal.aborted) return;
    dress(host);
    if (host.parentNode !== homeNow()) homeNow()?.append(host);
    if (raised && host.isConnected && !layer.matches(':popover-open')) layer.showPopover();
    observer.disconnect();
    if (isRoot) observer.observe(document, { childList: true });
    const now = homeNow();
    if (now) observer.observe(now, { childList: true });
    observer.observe(host, { attributes: true });
  };
  put();
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });
}

function dress(host: HTMLElement): void {
  for (const { name } of [...host.attributes]) if (name !== 'style') host.removeAttribute(name);
  host.style.cssText = '';
  for (const [name, value] of HOST_STYLE) host.style.setProperty(name, value, 'important');
}

function isInPlace(host: HTMLElement, home: Element | null): boolean {
  if (host.parentNode !== home || host.attributes.length !== 1) return false;
  // An inline `all` is expanded by the browser, so only the properties that would hide or move us are compared.
  return HOST_STYLE.slice(1).every(
    ([name, value]) =>
      parseFloat(host.style.getPropertyValue(name)) === parseFloat(value) ||
      host.style.getPropertyValue(name) === value,
  );
}

/**
 * Runs a task at once while the budget of a window of time lasts, else once when the window is over. A window that was
 * overdrawn is followed by one twice as long.
 */
function returnBudget(signal: AbortSignal): (task: () => void) => void {
  let used = 0;
  let windowMs = RETURN_WINDOW_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (task) => {
    used += 1;
    if (used <= MAX_RETURNS) task();
    timer ??= setTimeout(() => {
      const owed = used > MAX_RETURNS;
      windowMs = owed ? Math.min(2 * windowMs, MAX_RETURN_WINDOW_MS) : RETURN_WINDOW_MS;
      used = 0;
      timer = undefined;
      if (owed) task();
    }, windowMs);
  };
}
