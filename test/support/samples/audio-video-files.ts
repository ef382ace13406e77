import type { MediaContainerId } from '../../../lib/containers/container';
import { aac, mp3 } from './audio';
import { bytes, concat, latin1, noise } from './bytes';
import { application, flac, flacComments } from './flac';
import { amfEcmaArray, amfObject, amfString, flv, flvScript } from './flv';
import { comm, geob, id3Frame, id3Tag, privXmp, stuffed, txxx } from './id3';
import { box } from './jpeg';
import { c2paPacket, OPUS_HEAD, opusTags, plainOgg, SOUND, stream, VORBIS_HEAD, vorbisTags } from './ogg';
import { avi, form, info, list, wav } from './riff';
import { cluster, cues, segmentInfo, simpleTag, tags, webm } from './webm';
import { riffChunk } from './webp';

/** The smallest and the richest files of the containers for sound and those for video beside MP4. */

export type AudioVideoId = Extract<
  MediaContainerId,
  'mp3' | 'aac' | 'wav' | 'avi' | 'flac' | 'ogg' | 'webm' | 'flv'
>;

type Files = Readonly<Record<AudioVideoId, () => Uint8Array>>;

export const SMALLEST_AUDIO_VIDEO: Files = {
  mp3: () => mp3(),
  aac: () => aac(),
  wav: () => wav(),
  avi: () => avi(),
  flac: () => flac(),
  ogg: () => plainOgg(),
  webm: () => webm(),
  flv: () => flv(),
};

const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>';
const STORE = box('jumb', noise(300));
const LABEL = '{"Label":"1"}';

export const RICH_AUDIO_VIDEO: Files = {
  mp3: () =>
    mp3({
      before: [
        id3Tag([txxx('AIGC', LABEL), id3Frame('APIC', noise(150)), comm('hi'), geob(STORE), privXmp(XMP)], {
          padding: 20,
          flags: 0x10,
        }),
        id3Tag([stuffed(id3Frame('TIT2', latin1('\x01\xff\xfea\0b\0'), 3))], { version: 3, flags: 0x80 }),
      ],
    }),
  // short enough for the frames behind the tag to be among the bytes a file is told by
  aac: () =>
    aac({
      before: [
        id3Tag(
          ['TT2', 'TSS', 'TEN'].map((id) => id3Frame(id, bytes(0, 97), 2)),
          { version: 2 },
        ),
      ],
    }),
  wav: () =>
    wav({
      before: [list('INFO', info('ICMT', 'odd'), info('AIGC', LABEL))],
      after: [
        riffChunk('AIGC', latin1(LABEL)),
        riffChunk('id3 ', id3Tag([txxx('AIGC', LABEL), comm('hi')])),
        riffChunk('_PMX', latin1(XMP)),
        riffChunk('C2PA', STORE),
      ],
    }),
  avi: () =>
    concat(
      avi({
        before: [list('INFO', info('ISFT', 'Lavf'), info('AIGC', LABEL))],
        after: [riffChunk('idx1', noise(33)), riffChunk('C2PA', STORE)],
      }),
      form('AVIX', { content: list('movi', noise(90)), after: [riffChunk('_PMX', latin1(XMP))] }),
    ),
  flac: () =>
    flac({
      blocks: [
        flacComments('TITLE=a', `AIGC=${LABEL}`),
        application('riff', list('INFO', info('AIGC', LABEL))),
        application('riff', riffChunk('_PMX', latin1(XMP))),
      ],
    }),
  ogg: () => {
    const [opus = bytes(), ...tagged] = stream(2, [OPUS_HEAD, opusTags(`AIGC=${LABEL}`), SOUND]);
    const [vorbis = bytes(), ...others] = stream(1, [VORBIS_HEAD, vorbisTags('A=b', 'x'.repeat(600))], 1);
    return concat(...stream(3, [c2paPacket(STORE)], 1), opus, vorbis, ...tagged, ...others, SOUND);
  },
  webm: () =>
    webm({
      elements: [
        segmentInfo('a title'),
        tags(simpleTag('ENCODER', 'Lavf')),
        cluster(150),
        cluster(80),
        cues(),
        tags(simpleTag('AIGC', LABEL)),
      ],
      // the index names the first of each kind; the tags at the end stand behind the cues
      indexed: [0x1549a966, 0x1254c367, 0x1c53bb6b],
    }),
  flv: () =>
    flv(
      [
        flvScript('onMetaData', amfEcmaArray({ AIGC: amfString(LABEL) })),
        flvScript('onXMPData', amfObject({ liveXML: amfString(XMP) })),
        flvScript('onTextData', amfObject({ text: amfString('hi') })),
      ],
      6,
    ),
};
