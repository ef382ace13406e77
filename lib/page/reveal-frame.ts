import type { Box } from './geometry';
import { type HostFrame, type LabelHost, toHost } from './label-host';

/** A frame drawn around one picture for a moment, to show which one a list entry means. */
export type RevealFrame = {
  show(element: Element): void;
  isShown(): boolean;
  /** Reads where the picture is; with the other reads of a pass. */
  read(frame: HostFrame): void;
  /** Draws the frame there; with the other writes. */
  draw(): void;
};

const SHOWN_MS = 1800;

/** Makes the frame in the host's layer, hidden. */
export function createRevealFrame(document: Document, host: LabelHost, signal: AbortSignal): RevealFrame {
  const ring = document.createElement('div');
  ring.className = 'frame';
  ring.hidden = true;
  host.layer.append(ring);
  let element: Element | undefined;
  let box: Box | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = () => {
    clearTimeout(timer);
    element = undefined;
    ring.hidden = true;
  };
  signal.addEventListener('abort', hide);
  const read = (frame: HostFrame) => {
    const rect = element?.getBoundingClientRect();
    box = rect && toHost({ x: rect.left, y: rect.top, width: rect.width, height: rect.height }, frame);
  };
  const draw = () => {
    if (!element || !box) return;
    ring.hidden = false;
    ring.style.setProperty('width', `${box.width}px`);
    ring.style.setProperty('height', `${box.height}px`);
    ring.style.setProperty('transform', `translate(${box.x}px, ${box.y}px)`);
  };
  const show = (target: Element) => {
    hide();
    element = target;
    read(host.frame());
    draw();
    timer = setTimeout(hide, SHOWN_MS);
  };
  return { show, isShown: () => element !== undefined, read, draw };
}
