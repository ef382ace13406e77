import { exifTool } from '../writers/exiftool';
import { palettePng } from '../writers/palette-png';
import { pngText } from '../writers/png-text';
import { FAILING_STUDIO, gbJson, INVENTED_FORUM, REAL_DOUBAO, wrapped } from './gb-labels';
import { type Specimen, small, wide } from './specimen';

const XMP = 'XMP-TC260:AIGC';
const COMMENT = 'ExifIFD:UserComment';
const AS_ATTRIBUTE = ['-api', 'Compact=Shorthand'];
// The standard's label says nothing about how much of the content it covers.
const CONFIRMED = { kind: 'ai', state: 'confirmed', extent: 'unknown' } as const;
const POSSIBLE = { kind: 'ai', state: 'possible', extent: 'unknown' } as const;
const SUSPECTED = { kind: 'ai', state: 'suspected', extent: 'unknown' } as const;
const gb = (where: string) => ({ signal: 'gb45438', where });

/** One file per place and state of the GB 45438-2025 label. */
export const GB_SPECIMENS: readonly Specimen[] = [
  {
    file: 'gb/label-1-xmp-element.jpg',
    shows: {
      zh: '隐式标识写明“属于”：JPEG 的 XMP 元素',
      en: 'Implicit label “is AI”: XMP element in a JPEG',
    },
    picture: wide('mountains', 1, 21),
    writers: [exifTool({ [XMP]: gbJson({ label: '1', id: 'specimen-0001' }) })],
    signals: [gb('JPEG APP1 XMP TC260:AIGC (element)')],
    verdict: CONFIRMED,
  },
  {
    file: 'gb/label-1-xmp-attribute.jpg',
    shows: { zh: '“属于”：JPEG 的 XMP 属性', en: '“Is AI”: XMP attribute in a JPEG' },
    picture: wide('lotus', 0, 22),
    writers: [exifTool({ [XMP]: gbJson({ label: '1', id: 'specimen-0002' }) }, AS_ATTRIBUTE)],
    signals: [gb('JPEG APP1 XMP TC260:AIGC (attribute)')],
    verdict: CONFIRMED,
  },
  {
    file: 'gb/label-1-exif-usercomment.jpg',
    shows: { zh: '“属于”：JPEG 的 EXIF 用户注释', en: '“Is AI”: EXIF UserComment in a JPEG' },
    picture: wide('nightCity', 1, 23),
    writers: [exifTool({ [COMMENT]: wrapped(gbJson({ label: '1', id: 'specimen-0003' })) })],
    signals: [gb('JPEG APP1 EXIF UserComment')],
    verdict: CONFIRMED,
  },
  {
    file: 'gb/label-1-itxt-xmp.png',
    shows: { zh: '“属于”：PNG 的 iTXt XMP', en: '“Is AI”: iTXt XMP in a PNG' },
    picture: small('paperCut', 0, 24),
    writers: [
      palettePng(),
      exifTool({ [XMP]: gbJson({ label: '1', id: 'specimen-0004' }) }, ['-api', 'PNGEarlyXMP=1']),
    ],
    signals: [gb('PNG iTXt XML:com.adobe.xmp TC260:AIGC')],
    verdict: CONFIRMED,
  },
  {
    file: 'gb/label-1-text.png',
    shows: { zh: '“属于”：PNG 的 tEXt，裸 JSON', en: '“Is AI”: bare JSON in a PNG tEXt chunk' },
    picture: small('ink', 0, 25),
    writers: [
      palettePng(),
      pngText([{ kind: 'tEXt', keyword: 'AIGC', text: gbJson({ label: '1', id: 'specimen-0005' }) }]),
    ],
    signals: [gb('PNG tEXt AIGC')],
    verdict: CONFIRMED,
  },
  {
    file: 'gb/label-1-behind-idat.png',
    shows: { zh: '“属于”：标识在 PNG 像素之后', en: '“Is AI”: label behind the pixels of a PNG' },
    picture: small('sea', 1, 26),
    writers: [palettePng(), exifTool({ 'PNG:AIGC': wrapped(gbJson({ label: '1', id: 'specimen-0006' })) })],
    signals: [gb('PNG tEXt AIGC behind IDAT')],
    verdict: CONFIRMED,
  },
  {
    file: 'gb/label-1-xmp.webp',
    shows: { zh: '“属于”：WebP 的 XMP', en: '“Is AI”: XMP in a WebP' },
    picture: wide('rooftops', 0, 27),
    writers: [exifTool({ [XMP]: gbJson({ label: '1', id: 'specimen-0007' }) })],
    signals: [gb('WebP XMP TC260:AIGC')],
    verdict: CONFIRMED,
  },
  {
    file: 'gb/label-2-xmp.jpg',
    shows: { zh: '发布者声明：可能为 AI 生成', en: 'Declared by the person who posted it: may be AI' },
    picture: wide('dunes', 1, 28),
    writers: [
      exifTool({
        [XMP]: gbJson({
          label: '2',
          id: 'specimen-0008',
          propagator: INVENTED_FORUM,
          propagateId: 'post-88231',
        }),
      }),
    ],
    signals: [gb('JPEG APP1 XMP TC260:AIGC (element)')],
    verdict: POSSIBLE,
  },
  {
    file: 'gb/label-2-xmp.webp',
    shows: { zh: '发布者声明：可能为 AI 生成（WebP）', en: 'Declared, in a WebP: may be AI' },
    picture: wide('stillLife', 1, 29),
    writers: [exifTool({ [XMP]: gbJson({ label: '2', id: 'specimen-0009', propagator: INVENTED_FORUM }) })],
    signals: [gb('WebP XMP TC260:AIGC')],
    verdict: POSSIBLE,
  },
  {
    file: 'gb/label-3-xmp.png',
    shows: { zh: '平台检测：疑似 AI 生成（PNG）', en: 'Found by a platform, in a PNG: suspected' },
    picture: small('aurora', 0, 30),
    writers: [
      palettePng(),
      exifTool({ [XMP]: gbJson({ label: '3', id: 'specimen-0010', propagator: INVENTED_FORUM }) }),
    ],
    signals: [gb('PNG iTXt XML:com.adobe.xmp TC260:AIGC')],
    verdict: SUSPECTED,
  },
  {
    file: 'gb/label-3-exif.jpg',
    shows: { zh: '平台检测：疑似 AI 生成', en: 'Found by a platform: suspected' },
    picture: wide('mountains', 3, 31),
    writers: [
      exifTool({
        [COMMENT]: wrapped(gbJson({ label: '3', id: 'specimen-0011', propagator: INVENTED_FORUM })),
      }),
    ],
    signals: [gb('JPEG APP1 EXIF UserComment')],
    verdict: SUSPECTED,
  },
  {
    file: 'gb/two-labels-equal.jpg',
    shows: { zh: '同一标识写了两份', en: 'The same label written twice' },
    picture: wide('sea', 0, 32),
    writers: [
      exifTool({
        [XMP]: gbJson({ label: '1', id: 'specimen-0012' }),
        [COMMENT]: wrapped(gbJson({ label: '1', id: 'specimen-0012' })),
      }),
    ],
    signals: [gb('JPEG APP1 XMP TC260:AIGC (element)'), gb('JPEG APP1 EXIF UserComment')],
    verdict: CONFIRMED,
  },
  {
    file: 'gb/two-labels-conflict.jpg',
    shows: { zh: '两份标识互相矛盾', en: 'Two labels that contradict each other' },
    picture: wide('nightCity', 0, 33),
    writers: [
      exifTool({
        [XMP]: gbJson({ label: '1', id: 'specimen-0013' }),
        [COMMENT]: wrapped(gbJson({ label: '3', id: 'specimen-0913', producer: INVENTED_FORUM })),
      }),
    ],
    signals: [gb('JPEG APP1 XMP TC260:AIGC (element)'), gb('JPEG APP1 EXIF UserComment')],
    verdict: CONFIRMED,
  },
  {
    file: 'gb/check-digit-fails.jpg',
    shows: { zh: '生成者编码的校验位不对', en: 'The check digit of the producer code fails' },
    picture: wide('paperCut', 1, 34),
    writers: [exifTool({ [XMP]: gbJson({ label: '1', id: 'specimen-0014', producer: FAILING_STUDIO }) })],
    signals: [gb('JPEG APP1 XMP TC260:AIGC (element)')],
    verdict: CONFIRMED,
  },
  {
    file: 'gb/decoding-real-code.jpg',
    shows: { zh: '解码示例：真实的服务提供者编码', en: 'Decoding specimen: a real provider code' },
    picture: wide('lotus', 1, 35),
    writers: [
      exifTool({ [XMP]: gbJson({ label: '1', id: '7f3e0000specimen0000a91c', producer: REAL_DOUBAO }) }),
    ],
    signals: [gb('JPEG APP1 XMP TC260:AIGC (element)')],
    verdict: CONFIRMED,
    note: 'The picture is ours. The code belongs to a real company, which had no part in it; it is here only to show how a code is decoded.',
  },
  {
    file: 'gb/label-nonstandard.png',
    shows: { zh: '属性值不在标准之内', en: 'A Label value the standard does not have' },
    picture: small('dunes', 0, 36),
    writers: [
      palettePng(),
      pngText([
        { kind: 'tEXt', keyword: 'AIGC', text: wrapped(gbJson({ label: 'AIGC', id: 'specimen-0015' })) },
      ]),
    ],
    signals: [gb('PNG tEXt AIGC')],
    verdict: SUSPECTED,
  },
  {
    file: 'gb/key-variants.webp',
    shows: { zh: '键名写法不同，生成者写作名称', en: 'Other key spellings, producer given by name' },
    picture: wide('stillLife', 0, 37),
    writers: [
      exifTool({
        [COMMENT]: '{"AIGC":{"label":"1","contentProducer":"Specimen Studio","produceId":"specimen-0016"}}',
      }),
    ],
    signals: [gb('WebP EXIF UserComment')],
    verdict: CONFIRMED,
  },
];
