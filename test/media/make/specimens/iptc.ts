import { exifTool } from '../writers/exiftool';
import { palettePng } from '../writers/palette-png';
import { type Specimen, small, wide } from './specimen';

const CODES = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
const sourceType = (code: string) => exifTool({ 'XMP-iptcExt:DigitalSourceType': CODES + code });
const where = (container: string) => [
  { signal: 'iptc', where: `${container} XMP Iptc4xmpExt:DigitalSourceType` },
];

/** IPTC DigitalSourceType, written by ExifTool. */
export const IPTC_SPECIMENS: readonly Specimen[] = [
  {
    file: 'iptc/trained.jpg',
    shows: { zh: 'IPTC：由训练过的算法生成', en: 'IPTC: made by a trained algorithm' },
    picture: wide('lotus', 0, 51),
    writers: [
      exifTool({
        'XMP-iptcExt:DigitalSourceType': `${CODES}trainedAlgorithmicMedia`,
        'XMP-photoshop:Credit': 'Specimen Studio',
      }),
    ],
    signals: where('JPEG APP1'),
    verdict: { kind: 'ai', state: 'confirmed', extent: 'full' },
  },
  {
    file: 'iptc/composite-with-trained.png',
    shows: { zh: 'IPTC：含 AI 生成的部分', en: 'IPTC: edited with generative AI' },
    picture: small('nightCity', 1, 52),
    writers: [palettePng(), sourceType('compositeWithTrainedAlgorithmicMedia')],
    signals: where('PNG iTXt'),
    verdict: { kind: 'ai', state: 'confirmed', extent: 'partial' },
  },
  {
    file: 'iptc/digital-capture.jpg',
    shows: { zh: 'IPTC：写明相机拍摄，但未签名', en: 'IPTC: says camera, unsigned' },
    picture: wide('mountains', 2, 53),
    writers: [sourceType('digitalCapture')],
    signals: where('JPEG APP1'),
    verdict: { kind: 'no-label' },
  },
  {
    file: 'iptc/algorithmic.webp',
    shows: { zh: 'IPTC：纯算法图形，没有训练数据', en: 'IPTC: algorithmic, no training data' },
    picture: wide('paperCut', 2, 54),
    writers: [sourceType('algorithmicMedia')],
    signals: where('WebP'),
    verdict: { kind: 'no-label' },
  },
];
