import type { Way } from '../way';
import { isPlayable, playedBy } from './video';

/** The file an `<audio>` plays. Its player has no picture, and without controls no box either. */
const audio: Way = {
  id: 'audio',
  kind: 'audio',
  area: 'beside',
  shown: (element) => playedBy(element),
  isReady: (element) => isPlayable(element),
};
export default audio;
