import { cutOff, notAPicture } from '../writers/damage';
import { exifTool } from '../writers/exiftool';
import { palettePng } from '../writers/palette-png';
import { gbJson } from './gb-labels';
import { type Specimen, small, wide } from './specimen';

const NO_LABEL = { kind: 'no-label' } as const;
const UNREADABLE = { kind: 'unreadable' } as const;

/** Files that state nothing about AI, and files that cannot be read to the end. */
export const PLAIN_SPECIMENS: readonly Specimen[] = [
  {
    file: 'plain/lake.jpg',
    shows: { zh: '没有任何标识的 JPEG', en: 'JPEG without any label' },
    picture: wide('mountains', 0, 71),
    writers: [],
    signals: [],
    verdict: NO_LABEL,
  },
  {
    file: 'plain/paper.png',
    shows: { zh: '没有任何标识的 PNG', en: 'PNG without any label' },
    picture: small('paperCut', 0, 72),
    writers: [palettePng()],
    signals: [],
    verdict: NO_LABEL,
  },
  {
    file: 'plain/sea.webp',
    shows: { zh: '没有任何标识的 WebP', en: 'WebP without any label' },
    picture: wide('sea', 0, 73),
    writers: [],
    signals: [],
    verdict: NO_LABEL,
  },
  {
    file: 'plain/camera-metadata.jpg',
    shows: { zh: '普通的相机元数据，没有标识', en: 'Ordinary camera metadata, no label' },
    picture: wide('dunes', 1, 74),
    writers: [
      exifTool({
        'IFD0:Make': 'Specimen',
        'IFD0:Model': 'Camera One',
        'ExifIFD:DateTimeOriginal': '2026:05:01 06:12:44',
        'ExifIFD:FNumber': '8',
        'XMP-dc:Title': 'Dunes before sunrise',
        'XMP-xmp:CreatorTool': 'Specimen Darkroom 3.1',
      }),
    ],
    signals: [],
    verdict: NO_LABEL,
    note: 'The picture is painted by our own code; the camera does not exist.',
  },
  {
    file: 'plain/words-about-aigc.jpg',
    shows: { zh: '说明文字里提到 AIGC，但不是标识', en: 'Talks about AIGC, is no label' },
    picture: wide('ink', 0, 75),
    writers: [
      exifTool({
        'XMP-dc:Description': 'A talk about AIGC, AI generated pictures and how they are labelled',
        'IPTC:Caption-Abstract': 'A talk about AIGC and Label 1',
      }),
    ],
    signals: [],
    verdict: NO_LABEL,
  },
  {
    file: 'broken/truncated.jpg',
    shows: { zh: '下载到一半的 JPEG', en: 'A JPEG that ends halfway' },
    picture: wide('nightCity', 0, 76),
    // Cut inside the tables before the scan, so that no reader can know what would have followed.
    writers: [cutOff(0.012)],
    signals: [],
    verdict: UNREADABLE,
  },
  {
    file: 'broken/truncated.png',
    shows: { zh: '下载到一半的 PNG', en: 'A PNG that ends halfway' },
    picture: small('rooftops', 1, 77),
    writers: [palettePng(), cutOff(0.6)],
    signals: [],
    verdict: UNREADABLE,
  },
  {
    file: 'broken/label-then-truncated.png',
    shows: { zh: '标识完整，后面的像素不全', en: 'Whole label, pixels cut off' },
    picture: small('aurora', 1, 78),
    writers: [
      palettePng(),
      exifTool({ 'XMP-TC260:AIGC': gbJson({ label: '1', id: 'specimen-0017' }) }, ['-api', 'PNGEarlyXMP=1']),
      cutOff(0.7),
    ],
    signals: [{ signal: 'gb45438', where: 'PNG iTXt XML:com.adobe.xmp TC260:AIGC' }],
    verdict: { kind: 'ai', state: 'confirmed', extent: 'unknown' },
  },
  {
    file: 'broken/text-named.png',
    shows: { zh: '名为 .png 的纯文本', en: 'Plain text named .png' },
    picture: small('ink', 0, 79),
    writers: [notAPicture('This is not a picture.\n')],
    signals: [],
    verdict: UNREADABLE,
  },
];
