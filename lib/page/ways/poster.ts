import { absolute, sizeOf, type Way } from '../way';
import { isLarge } from '../worth';

/** The picture a `<video>` shows until it is first played or sought in (HTML 4.8.8, show poster flag). */
const poster: Way = {
  id: 'poster',
  kind: 'image',
  as: 'poster',
  area: 'content',
  shown: (element) =>
    showsPoster(element as HTMLVideoElement) ? absolute(element.getAttribute('poster'), element) : [],
  isReady: (element) => isLarge(sizeOf(element)),
};
export default poster;

function showsPoster({ paused, seeking, currentTime, played }: HTMLVideoElement): boolean {
  return paused && !seeking && currentTime === 0 && played.length === 0;
}
