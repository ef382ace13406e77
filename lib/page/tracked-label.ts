import type { Corner } from '../settings/settings';
import { type ClipFinder, type Clips, cutBy } from './clips';
import { type Box, isSameBox, type LabelLayout, layoutLabel } from './geometry';
import { type HostFrame, toHost } from './label-host';
import type { LabelNode } from './label-node';
import type { LabelRuler } from './label-widths';
import { type PictureFit, pictureBox } from './picture-box';

/** A picture with its label, and what the last pass read of it. */
export type TrackedLabel = {
  readonly element: HTMLImageElement;
  /** `currentSrc` the label speaks of. */
  readonly url: string;
  node: LabelNode;
  /** In or near the viewport, as the visibility observer said last. */
  isNear: boolean;
  clips?: Clips;
  fit?: PictureFit;
  /** Border box in viewport coordinates. */
  box?: Box;
  layout?: LabelLayout | undefined;
  /** Stops the sentinel, while one is armed. */
  disarm?: (() => void) | undefined;
};

/** What all labels of one pass share. */
export type Pass = {
  readonly frame: HostFrame;
  readonly corner: Corner;
  readonly ruler: LabelRuler;
  readonly paddingBoxes: Map<Element, Box>;
  /** Present where style may have changed since the last pass. */
  readonly finder?: ClipFinder;
};

/** Whether a label still speaks of what its element shows: same element, same `currentSrc`. */
export function isStale({ element, url }: TrackedLabel): boolean {
  return !element.isConnected || element.currentSrc !== url;
}

/**
 * Reads where a picture is and lays its label out; draws nothing, so that all reads of a pass come before all
 * writes.
 *
 * @returns whether the picture has moved since the last pass
 */
export function readLabel(label: TrackedLabel, pass: Pass): boolean {
  const { element } = label;
  const rect = element.getBoundingClientRect();
  const box = { x: rect.left, y: rect.top, width: rect.width, height: rect.height };
  const hasMoved = !label.box || !isSameBox(label.box, box);
  label.box = box;
  label.layout = isShown(element, box) ? layOut(label, box, pass) : undefined;
  return hasMoved;
}

function isShown(element: HTMLImageElement, box: Box): boolean {
  if (box.width <= 0 || box.height <= 0) return false;
  return element.checkVisibility({
    checkOpacity: true,
    checkVisibilityCSS: true,
    contentVisibilityAuto: true,
  });
}

function layOut(label: TrackedLabel, box: Box, pass: Pass): LabelLayout | undefined {
  const { element, node } = label;
  if (pass.finder || !label.clips)
    label.clips = pass.finder?.clipsOf(element) ?? { crops: [], scrollers: [] };
  if (pass.finder || !label.fit) label.fit = readFit(element);
  const natural = { width: element.naturalWidth, height: element.naturalHeight };
  const picture = pictureBox(box, natural, label.fit);
  const cropped = cutBy(picture, label.clips.crops, pass.paddingBoxes);
  const visible = cutBy(cropped, label.clips.scrollers, pass.paddingBoxes);
  const inHost = (some: Box) => toHost(some, pass.frame);
  const widths = pass.ruler.widths(node.content);
  return layoutLabel(inHost(picture), inHost(cropped), inHost(visible), pass.corner, widths);
}

function readFit(element: HTMLImageElement): PictureFit {
  const style = getComputedStyle(element);
  const edge = (side: 'Top' | 'Right' | 'Bottom' | 'Left') =>
    (Number.parseFloat(style[`border${side}Width`]) || 0) + (Number.parseFloat(style[`padding${side}`]) || 0);
  return {
    objectFit: style.objectFit,
    objectPosition: style.objectPosition,
    edges: [edge('Top'), edge('Right'), edge('Bottom'), edge('Left')],
  };
}
