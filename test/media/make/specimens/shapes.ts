import type { MotifId } from '../scenes/scenes';
import { exifTool } from '../writers/exiftool';
import { palettePng } from '../writers/palette-png';
import { gbJson } from './gb-labels';
import type { Specimen } from './specimen';

const CONFIRMED = { kind: 'ai', state: 'confirmed', extent: 'unknown' } as const;
const label = (id: string, state = '1') => exifTool({ 'XMP-TC260:AIGC': gbJson({ label: state, id }) });
const GB_JPEG = [{ signal: 'gb45438', where: 'JPEG APP1 XMP TC260:AIGC (element)' }];

const THUMBNAILS: readonly (readonly [MotifId, number])[] = [
  ['mountains', 0],
  ['lotus', 0],
  ['dunes', 0],
  ['ink', 0],
  ['sea', 1],
  ['paperCut', 1],
  ['aurora', 0],
  ['rooftops', 1],
  ['stillLife', 0],
  ['nightCity', 0],
];

/** Small pictures without a label, for the pages that need many. */
const thumbnails = THUMBNAILS.map(
  ([motif, palette], index): Specimen => ({
    file: `thumbs/plain-${index}.jpg`,
    shows: { zh: `小图 ${index + 1}，没有标识`, en: `Thumbnail ${index + 1}, no label` },
    picture: { motif, palette, seed: 200 + index, width: 160, height: 120 },
    writers: [],
    signals: [],
    verdict: { kind: 'no-label' },
  }),
);

/** Other shapes than the usual 3:2: tall, panorama, thumbnail, icon, and pairs for `srcset`. */
export const SHAPE_SPECIMENS: readonly Specimen[] = [
  {
    file: 'shapes/tall.jpg',
    shows: { zh: '竖图', en: 'A tall picture' },
    picture: { motif: 'mountains', palette: 1, seed: 81, width: 560, height: 1000 },
    writers: [label('specimen-0021')],
    signals: GB_JPEG,
    verdict: CONFIRMED,
  },
  {
    file: 'shapes/panorama.jpg',
    shows: { zh: '全景图', en: 'A panorama' },
    picture: { motif: 'sea', palette: 0, seed: 82, width: 1600, height: 500 },
    writers: [label('specimen-0022', '2')],
    signals: GB_JPEG,
    verdict: { kind: 'ai', state: 'possible', extent: 'unknown' },
  },
  {
    file: 'shapes/icon.png',
    shows: { zh: '48 像素的图标', en: 'An icon of 48 pixels' },
    picture: { motif: 'paperCut', palette: 1, seed: 83, width: 48, height: 48 },
    writers: [palettePng(), label('specimen-0023')],
    signals: [{ signal: 'gb45438', where: 'PNG iTXt XML:com.adobe.xmp TC260:AIGC' }],
    verdict: CONFIRMED,
  },
  {
    file: 'thumbs/labelled.jpg',
    shows: { zh: '带标识的小图', en: 'A thumbnail with a label' },
    picture: { motif: 'nightCity', palette: 1, seed: 84, width: 160, height: 120 },
    writers: [label('specimen-0024')],
    signals: GB_JPEG,
    verdict: CONFIRMED,
  },
  {
    file: 'thumbs/labelled-3.jpg',
    shows: { zh: '带“疑似”标识的小图', en: 'A thumbnail labelled as suspected' },
    picture: { motif: 'aurora', palette: 1, seed: 85, width: 160, height: 120 },
    writers: [label('specimen-0025', '3')],
    signals: GB_JPEG,
    verdict: { kind: 'ai', state: 'suspected', extent: 'unknown' },
  },
  {
    file: 'shapes/same-480.jpg',
    shows: { zh: '同一图片的 480 像素版（可能）', en: 'The 480 pixel version of a picture (possible)' },
    picture: { motif: 'lotus', palette: 0, seed: 86, width: 480, height: 320 },
    writers: [label('specimen-0026', '2')],
    signals: GB_JPEG,
    verdict: { kind: 'ai', state: 'possible', extent: 'unknown' },
  },
  {
    file: 'shapes/same-960.jpg',
    shows: { zh: '同一图片的 960 像素版（属于）', en: 'The 960 pixel version of a picture (confirmed)' },
    picture: { motif: 'lotus', palette: 0, seed: 86, width: 960, height: 640 },
    writers: [label('specimen-0027')],
    signals: GB_JPEG,
    verdict: CONFIRMED,
  },
  ...thumbnails,
];
