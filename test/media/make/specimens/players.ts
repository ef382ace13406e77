import { film, sound } from '../writers/ffmpeg';
import { svgDrawing } from '../writers/svg-around';
import { gbJson } from './gb-labels';
import { type Specimen, small } from './specimen';

const CONFIRMED = { kind: 'ai', state: 'confirmed', extent: 'unknown' } as const;
const NO_LABEL = { kind: 'no-label' } as const;
const gb = (where: string) => ({ signal: 'gb45438', where });

/** Films, sounds and drawings: what pages show by other elements than `<img>`, each with its unlabelled look-alike. */
export const PLAYER_SPECIMENS: readonly Specimen[] = [
  {
    file: 'players/film-labelled.mp4',
    shows: { zh: '“属于”：MP4 视频的元数据键', en: '“Is AI”: metadata key of an MP4 film' },
    picture: small('sea', 1, 91),
    writers: [film(gbJson({ label: '1', id: 'specimen-0091' }))],
    signals: [gb('MP4 moov/meta/ilst key AIGC')],
    verdict: CONFIRMED,
  },
  {
    file: 'players/film-plain.mp4',
    shows: { zh: '没有标识的 MP4 视频', en: 'MP4 film without a label' },
    picture: small('sea', 0, 92),
    writers: [film()],
    signals: [],
    verdict: NO_LABEL,
  },
  {
    file: 'players/sound-labelled.mp3',
    shows: { zh: '“属于”：MP3 的 ID3 文本帧', en: '“Is AI”: ID3 text frame of an MP3' },
    picture: small('ink', 0, 93),
    writers: [sound(gbJson({ label: '1', id: 'specimen-0093' }))],
    signals: [gb('MP3 ID3v2 TXXX AIGC')],
    verdict: CONFIRMED,
  },
  {
    file: 'players/sound-plain.mp3',
    shows: { zh: '没有标识的 MP3', en: 'MP3 without a label' },
    picture: small('ink', 0, 94),
    writers: [sound()],
    signals: [],
    verdict: NO_LABEL,
  },
  {
    file: 'players/drawing-labelled.svg',
    shows: { zh: '“属于”：SVG 的 XMP', en: '“Is AI”: XMP of an SVG drawing' },
    picture: small('ink', 0, 95),
    writers: [svgDrawing(gbJson({ label: '1', id: 'specimen-0095' }))],
    signals: [gb('SVG metadata XMP TC260:AIGC')],
    verdict: CONFIRMED,
  },
  {
    file: 'players/drawing-plain.svg',
    shows: { zh: '没有标识的 SVG', en: 'SVG drawing without a label' },
    picture: small('ink', 0, 96),
    writers: [svgDrawing()],
    signals: [],
    verdict: NO_LABEL,
  },
];
