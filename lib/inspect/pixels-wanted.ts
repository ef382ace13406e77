import type { ContainerId } from '../containers/container';
import type { Inspection } from './inspection';

/** Formats whose pixels can be looked into where a decoder is at hand. */
const WITH_PIXELS: readonly (ContainerId | 'unknown')[] = ['png', 'jpeg', 'webp', 'avif'];

/** Rule id of the generator that signs its pixels (`assets/rules/generators/novelai.json`). */
const SIGNING_GENERATOR = 'generator:novelai';

/**
 * Whether looking into a picture's pixels can add something: `at-once` where the file names a generator that signs
 * them, `on-click` for other pictures (it takes the whole file and seconds), `never` for all else.
 *
 * @param inspection of the fast reading; one whose pixels were looked into has nothing more to give
 */
export function pixelsWanted({ container, findings, pixels }: Inspection): 'at-once' | 'on-click' | 'never' {
  if (pixels !== undefined || !WITH_PIXELS.includes(container)) return 'never';
  return findings.some(({ signal }) => signal === SIGNING_GENERATOR) ? 'at-once' : 'on-click';
}
