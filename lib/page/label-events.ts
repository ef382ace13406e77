/** What label events need to know of the overlay. */
export type LabelEvents = {
  readonly root: ShadowRoot;
  onActivate(button: HTMLButtonElement): void;
  onEnter(button: HTMLButtonElement): void;
  onLeave(): void;
};

/** Events of a press on a label that a page would otherwise take for a press on itself. */
const PRESS_EVENTS = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'auxclick',
  'dblclick',
] as const;

const KEY_EVENTS = ['keydown', 'keyup', 'keypress'] as const;
const ACTIVATING_KEYS = new Set(['Enter', ' ']);

/**
 * Listens to labels until `signal` aborts.
 *
 * Presses are taken at the window, in the capture phase, so that a page's own listeners — a gallery that opens on
 * any click, a link around the picture — do not get what was meant for a label. Everything beside a label passes.
 * Only what a person did counts (`isTrusted`): a page cannot press a label.
 */
export function listenToLabels(window: Window, labels: LabelEvents, signal: AbortSignal): void {
  const { root } = labels;
  const host = root.host;
  const capture = { capture: true, signal } as const;
  for (const type of PRESS_EVENTS) {
    const take = (event: Event) => {
      if (!isOn(host, event)) return;
      event.stopImmediatePropagation();
      if (type === 'click' && event.isTrusted) activate(labels, event as MouseEvent);
    };
    window.addEventListener(type, take, { ...capture, passive: type !== 'click' });
  }
  // Within a closed tree of the page the window is not told what was pressed; then the page gets the press as well.
  const late = (event: Event) => {
    if (event.isTrusted) activate(labels, event as MouseEvent);
  };
  root.addEventListener('click', late, { signal });
  for (const type of KEY_EVENTS) {
    window.addEventListener(type, (event) => takeKey(labels, event), capture);
  }
  listenForAttention(labels, signal);
}

/** A host within a shadow tree of the page is not the target, but on the way to it. */
function isOn(host: Element, event: Event): boolean {
  return event.target === host || event.composedPath().includes(host);
}

function activate(labels: LabelEvents, event: MouseEvent): void {
  event.preventDefault();
  const { root } = labels;
  // A key's click has no place; the label that has the focus is meant.
  const pressed =
    event.detail === 0 ? root.activeElement : root.elementFromPoint(event.clientX, event.clientY);
  const button = asLabel(pressed) ?? asLabel(root.activeElement);
  if (button) labels.onActivate(button);
}

function takeKey(labels: LabelEvents, event: KeyboardEvent): void {
  if (event.key === 'Escape') labels.onLeave();
  if (isOn(labels.root.host, event) && ACTIVATING_KEYS.has(event.key)) event.stopImmediatePropagation();
}

function listenForAttention(labels: LabelEvents, signal: AbortSignal): void {
  const { root } = labels;
  const enter = (event: Event) => {
    const button = asLabel(event.target);
    if (button) labels.onEnter(button);
  };
  const leave = (event: Event) => {
    const { relatedTarget } = event as MouseEvent | FocusEvent;
    if (!asLabel(relatedTarget)) labels.onLeave();
  };
  root.addEventListener('pointerover', enter, { signal });
  root.addEventListener('pointerout', leave, { signal });
  root.addEventListener('focusin', enter, { signal });
  root.addEventListener('focusout', leave, { signal });
}

function asLabel(target: EventTarget | null): HTMLButtonElement | undefined {
  const element = target instanceof Element ? target.closest('button.label') : null;
  return element instanceof HTMLButtonElement ? element : undefined;
}
