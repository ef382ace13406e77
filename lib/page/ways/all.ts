import type { Way } from '../way';
import audio from './audio';
import { BACKGROUND_WAYS } from './backgrounds';
import embedded from './embedded';
import img from './img';
import inlineSvg from './inline-svg';
import inputImage from './input-image';
import poster from './poster';
import svgDocument from './svg-document';
import svgImage from './svg-image';
import video from './video';

/** Ways by the local name of the element; by name, because an element moved here from a frame has that one's classes. */
const BY_NAME: ReadonlyMap<string, readonly Way[]> = new Map([
  ['img', [img]],
  ['image', [svgImage]],
  ['svg', [svgDocument, inlineSvg]],
  ['input', [inputImage]],
  ['object', [embedded]],
  ['embed', [embedded]],
  ['video', [video, poster]],
  ['audio', [audio]],
]);

/** The ways in which an element may show media: those of its kind, and backgrounds, which any may have. */
export function waysOf(element: Element, withBackgrounds: boolean): readonly Way[] {
  const own = BY_NAME.get(element.localName) ?? [];
  return withBackgrounds ? [...own, ...BACKGROUND_WAYS] : own;
}
