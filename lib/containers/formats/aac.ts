import type { ContainerFormat } from '../container';
import { behindId3 } from '../id3/tag-header';
import { adtsFrameBytes } from '../mpeg/audio-frame';
import { walkAudio } from '../mpeg/walk-audio';

/** AAC in ADTS frames (ISO/IEC 13818-7, 6.2): ID3v2 tags in front, APE and ID3v1 tags behind. */
const aac: ContainerFormat = {
  id: 'aac',
  name: 'AAC',
  sniff: (head, behind = behindId3(head)) => adtsFrameBytes(behind) !== undefined,
  walk: (emit, size) => walkAudio(['AAC'], emit, size, adtsFrameBytes),
};
export default aac;
