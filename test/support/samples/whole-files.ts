import type { MediaContainerId } from '../../../lib/containers/container';
import { RICH_AUDIO_VIDEO, SMALLEST_AUDIO_VIDEO } from './audio-video-files';
import {
  bareMeta,
  boxOf,
  data,
  exifItem,
  freeform,
  ftyp,
  mdat,
  mdirMeta,
  mdtaMeta,
  moov,
  picture,
  tag,
  udta,
  userText,
  uuidC2pa,
  uuidXmp,
  xmpItem,
} from './bmff';
import { bmp } from './bmp';
import { asBytes, bytes, concat, latin1, noise, u32be } from './bytes';
import { application, c2paGif, comment, gif, image, xmpGif } from './gif';
import {
  app1Exif,
  app1ExtendedXmp,
  app1Xmp,
  app9Aigc,
  app11Jumbf,
  app13Iptc,
  box,
  com,
  iimDataset,
  jpeg,
} from './jpeg';
import { jxl } from './jxl';
import { caBX, eXIf, idatRun, iTXt, png, pngXmp, tEXt, zTXt } from './png';
import { c2paSvg, rdf, svg } from './svg';
import { field, text, tiff } from './tiff';
import { riffChunk, webp, webpC2pa, webpExif, webpXmp } from './webp';

/** The smallest valid file of each container. A new container adds its builder's smallest file here. */
export const SMALLEST: Readonly<Record<MediaContainerId, () => Uint8Array>> = {
  ...SMALLEST_AUDIO_VIDEO,
  jpeg: () => jpeg(),
  png: () => png(),
  webp: () => webp(),
  heif: () => picture({ brands: ['heic', 'mif1'] }),
  avif: () => picture({ brands: ['avif', 'mif1'] }),
  mp4: () => concat(ftyp('isom', 'mp42'), moov(), mdat()),
  quicktime: () => concat(ftyp('qt  '), moov(), mdat()),
  gif: () => gif(),
  jxl: () => jxl(),
  bmp: () => bmp(),
  tiff: () => tiff(),
  svg: () => svg(),
};

const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>';
const TIFF = latin1('II*\0\x08\0\0\0\0\0\0\0\0\0');
const STORE = box('jumb', noise(300));
const GUID = '0123456789ABCDEF0123456789ABCDEF';

/** Containers whose files nothing ends: cut between two of its parts, a file looks whole. */
export const OPEN_ENDED: ReadonlySet<MediaContainerId> = new Set<MediaContainerId>([
  'heif',
  'avif',
  'mp4',
  'quicktime',
  'jxl',
  'avi',
]);

/** Containers that are read whole, having no directory. */
export const READ_WHOLE: ReadonlySet<MediaContainerId> = new Set<MediaContainerId>(['svg']);

/** Most bytes behind a block without which it is not whole: a PNG's CRC, what ends an XMP packet in a GIF. */
export const CLOSING_BYTES: Readonly<Partial<Record<MediaContainerId, number>>> = {
  png: 4,
  gif: 258,
  svg: 16,
};

/** Containers that hold no metadata of ours. */
export const WITHOUT_METADATA: ReadonlySet<MediaContainerId> = new Set<MediaContainerId>(['bmp']);

/** A small file of each container with every kind of block it can hold, some of them split. */
export const RICH: Readonly<Record<MediaContainerId, () => Uint8Array>> = {
  ...RICH_AUDIO_VIDEO,
  jpeg: () =>
    jpeg({
      segments: [
        app1Exif(TIFF),
        app1Xmp(XMP),
        ...app1ExtendedXmp(GUID, asBytes(XMP.repeat(3)), 50),
        ...app11Jumbf(STORE, { partBytes: 120 }),
        app13Iptc(iimDataset(2, 110, 'credit')),
        app9Aigc('{"Label":"1"}'),
        com('made by a test'),
      ],
    }),
  png: () =>
    png({
      before: [caBX(STORE), pngXmp(XMP), zTXt('prompt', 'a cat')],
      idat: idatRun(8, 40, 7),
      after: [tEXt('parameters', 'Steps: 1'), iTXt('AIGC', '{"Label":"1"}'), eXIf(TIFF)],
    }),
  webp: () =>
    webp({
      before: [riffChunk('ICCP', noise(21))],
      after: [webpExif(TIFF, true), webpXmp(XMP), webpC2pa(STORE)],
    }),
  heif: () =>
    picture({
      brands: ['heic', 'mif1'],
      before: [uuidC2pa(STORE)],
      items: [exifItem(2, TIFF), xmpItem(3, XMP)],
      idat: XMP,
    }),
  avif: () =>
    picture({
      brands: ['mif1', 'avif'],
      items: [xmpItem(2, XMP), exifItem(3, TIFF, latin1('Exif\0\0')), xmpItem(4, XMP)],
    }),
  mp4: () =>
    concat(
      ftyp('isom', 'mp42'),
      uuidC2pa(STORE),
      mdat(),
      moov(udta(mdtaMeta({ AIGC: '{"Label":"1"}', prompt: 'a cat' }))),
      uuidXmp(XMP),
    ),
  quicktime: () =>
    concat(
      mdat(),
      moov(
        mdtaMeta({ AIGC: '{"Label":"1"}' }, bareMeta),
        udta(
          userText('\xa9cmt', 'a text'),
          mdirMeta(tag('\xa9too', data('Lavf')), freeform('AIGC', '{"Label":"1"}')),
        ),
      ),
      uuidXmp(XMP),
    ),
  gif: () =>
    gif({
      before: [application('NETSCAPE2.0', bytes(1, 0, 0)), c2paGif(STORE)],
      images: [image(600), image(300)],
      after: [comment('made by a test'), xmpGif(XMP)],
    }),
  jxl: () =>
    jxl({
      before: [boxOf('Exif', u32be(0), TIFF)],
      after: [boxOf('Exif', u32be(6), latin1('Exif\0\0'), TIFF), boxOf('xml ', asBytes(XMP)), STORE],
    }),
  bmp: () => bmp(),
  tiff: () =>
    tiff({
      ifd0: [
        text(0x010e, 'a description'),
        field(0x02bc, 1, asBytes(XMP)),
        field(0x83bb, 7, iimDataset(2, 110, 'credit')),
        field(0xcd41, 7, STORE),
      ],
      exif: [field(0x9286, 7, latin1('ASCII\0\0\0a comment'))],
    }),
  svg: () => svg({ metadata: [c2paSvg(STORE), rdf('title'), c2paSvg(STORE)] }),
};
