import { startsWith } from '../../bytes/starts-with';
import type { ContainerFormat } from '../container';
import { behindId3, parseId3Header } from '../id3/tag-header';
import { adtsFrameBytes, mpegFrameBytes } from '../mpeg/audio-frame';
import { walkAudio } from '../mpeg/walk-audio';

/**
 * MP3 (ISO/IEC 11172-3 layers II and III): ID3v2 tags in front, APE and ID3v1 tags behind. A tag in front with
 * nothing known behind it is taken for MP3's, whose it nearly always is.
 */
const mp3: ContainerFormat = {
  id: 'mp3',
  name: 'MP3',
  sniff: (head, behind = behindId3(head)) =>
    parseId3Header(head, 0) === undefined ? mpegFrameBytes(head) !== undefined : !isOthers(behind),
  walk: (emit, size) => walkAudio(['MP3'], emit, size, mpegFrameBytes),
};
export default mp3;

const isOthers = (behind: Uint8Array): boolean =>
  startsWith(behind, 'fLaC') || adtsFrameBytes(behind) !== undefined;
