import { sizeOf, type Way } from '../way';
import { isLarge } from '../worth';

/** The file a `<video>` plays, by `src` or `<source>`. What scripts feed into it piece by piece has no address. */
const video: Way = {
  id: 'video',
  kind: 'video',
  area: 'content',
  shown: (element) => playedBy(element),
  isReady: (element) => isPlayable(element) && isLarge(sizeOf(element)),
};
export default video;

/** Address of the file a media element plays or would play; none for a live stream. */
export function playedBy(element: Element): readonly string[] {
  const { currentSrc, srcObject } = element as HTMLMediaElement;
  return currentSrc && !srcObject ? [currentSrc] : [];
}

/** Begun to load, or told to wait (`preload=none`), and not failed. */
export function isPlayable(element: Element): boolean {
  const { error, networkState, NETWORK_NO_SOURCE } = element as HTMLMediaElement;
  return error === null && networkState !== NETWORK_NO_SOURCE;
}
