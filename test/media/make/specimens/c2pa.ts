import { c2pa } from '../writers/c2pa';
import { breakSignature, changePixels, doubleStore } from '../writers/damage';
import { exifTool } from '../writers/exiftool';
import { palettePng } from '../writers/palette-png';
import type { Writer } from '../writers/writer';
import { type Specimen, small, wide } from './specimen';

const CONFIRMED = { kind: 'ai', state: 'confirmed', extent: 'full' } as const;
const PARTIAL = { kind: 'ai', state: 'confirmed', extent: 'partial' } as const;
const jumbf = { signal: 'c2pa', where: 'JPEG APP11 JUMBF' };
const TEST_CHAIN = 'Signed with a certificate made for these tests; no trust list knows it.';

const created = (format: 'image/jpeg' | 'image/png' | 'image/webp', title: string): Writer =>
  c2pa({
    format,
    title,
    actions: [{ action: 'c2pa.created', source: 'trainedAlgorithmicMedia', agent: 'Specimen Model' }],
  });

/** Parents are made on the spot: a second picture with its own credential. */
export type ParentMaker = (palette: number, seed: number) => Promise<Buffer>;

/** Content Credentials; `parent` paints the unsigned picture that edited files were made from. */
export function c2paSpecimens(parent: ParentMaker): readonly Specimen[] {
  return [...createdSpecimens, ...editedSpecimens(parent), ...otherSpecimens];
}

const createdSpecimens: readonly Specimen[] = [
  {
    file: 'c2pa/created.jpg',
    shows: { zh: '内容凭证：由 AI 生成（JPEG）', en: 'Content Credentials: created by AI (JPEG)' },
    picture: wide('aurora', 1, 41),
    writers: [created('image/jpeg', 'Aurora')],
    signals: [jumbf],
    verdict: CONFIRMED,
    note: TEST_CHAIN,
  },
  {
    file: 'c2pa/created.png',
    shows: { zh: '内容凭证：由 AI 生成（PNG）', en: 'Content Credentials: created by AI (PNG)' },
    picture: small('paperCut', 2, 42),
    writers: [palettePng(), created('image/png', 'Paper')],
    signals: [{ signal: 'c2pa', where: 'PNG caBX JUMBF' }],
    verdict: CONFIRMED,
    note: TEST_CHAIN,
  },
  {
    file: 'c2pa/created.webp',
    shows: { zh: '内容凭证：由 AI 生成（WebP）', en: 'Content Credentials: created by AI (WebP)' },
    picture: wide('sea', 1, 43),
    writers: [created('image/webp', 'Sea')],
    signals: [{ signal: 'c2pa', where: 'WebP C2PA JUMBF' }],
    verdict: CONFIRMED,
    note: TEST_CHAIN,
  },
];

const editedSpecimens = (parent: ParentMaker): readonly Specimen[] => [
  {
    file: 'c2pa/edited.jpg',
    shows: { zh: '内容凭证：局部由 AI 编辑', en: 'Content Credentials: partly edited with AI' },
    picture: wide('rooftops', 1, 44),
    writers: [
      c2pa({
        format: 'image/jpeg',
        title: 'Roofs',
        parent: () => parent(1, 44),
        actions: [
          { action: 'c2pa.edited', source: 'compositeWithTrainedAlgorithmicMedia', agent: 'Specimen Editor' },
        ],
      }),
    ],
    signals: [jumbf],
    verdict: PARTIAL,
    note: TEST_CHAIN,
  },
  {
    file: 'c2pa/ai-in-parent.jpg',
    shows: {
      zh: '内容凭证：AI 声明只在上一版本里',
      en: 'Content Credentials: AI stated only by the version before',
    },
    picture: wide('dunes', 0, 45),
    writers: [
      c2pa({
        format: 'image/jpeg',
        title: 'Dunes, cropped',
        parent: async () => created('image/jpeg', 'Dunes').write(await parent(0, 45)),
        actions: [{ action: 'c2pa.cropped' }, { action: 'c2pa.converted' }],
      }),
    ],
    signals: [jumbf],
    verdict: CONFIRMED,
    note: TEST_CHAIN,
  },
  {
    file: 'c2pa/ai-component.jpg',
    shows: {
      zh: '内容凭证：人工作品里放入了 AI 元素',
      en: 'Content Credentials: a work by hand with an AI element in it',
    },
    picture: small('lotus', 1, 49),
    writers: [
      c2pa({
        format: 'image/jpeg',
        title: 'Collage',
        actions: [{ action: 'c2pa.created', source: 'digitalCreation', agent: 'Specimen Editor' }],
        component: async () => created('image/jpeg', 'Element').write(await parent(0, 49)),
      }),
    ],
    signals: [jumbf],
    verdict: PARTIAL,
    note: TEST_CHAIN,
  },
];

const otherSpecimens: readonly Specimen[] = [
  {
    file: 'c2pa/capture.jpg',
    shows: { zh: '内容凭证：相机拍摄', en: 'Content Credentials: taken by a camera' },
    picture: wide('mountains', 0, 46),
    writers: [
      c2pa({
        format: 'image/jpeg',
        title: 'DSC_0046.JPG',
        actions: [{ action: 'c2pa.created', source: 'digitalCapture', agent: 'Specimen Camera' }],
      }),
    ],
    signals: [jumbf],
    verdict: { kind: 'captured' },
    unverified: { kind: 'no-label' },
    note: `${TEST_CHAIN} The picture is painted by our own code: the credential only shows what a camera would state.`,
  },
  {
    file: 'c2pa/tampered.jpg',
    shows: { zh: '内容凭证：签名之后内容被改过', en: 'Content Credentials: changed after signing' },
    picture: wide('stillLife', 0, 47),
    writers: [created('image/jpeg', 'Still life'), changePixels()],
    signals: [jumbf],
    verdict: { kind: 'credential-broken' },
    unverified: CONFIRMED,
    note: `${TEST_CHAIN} Only checking the credential against all bytes shows the change.`,
  },
  {
    file: 'c2pa/broken-signature.jpg',
    shows: { zh: '内容凭证：签名不符', en: 'Content Credentials: signature broken' },
    picture: small('nightCity', 0, 50),
    writers: [created('image/jpeg', 'Night'), breakSignature()],
    signals: [jumbf],
    verdict: { kind: 'credential-broken' },
    unverified: CONFIRMED,
    note: `${TEST_CHAIN} Only checking the credential shows that its signature is broken.`,
  },
  {
    file: 'c2pa/two-stores.jpg',
    shows: { zh: '内容凭证：文件里有两份', en: 'Content Credentials: two stores in one file' },
    picture: small('dunes', 1, 51),
    writers: [created('image/jpeg', 'Dunes'), doubleStore()],
    signals: [jumbf, jumbf],
    verdict: { kind: 'credential-broken' },
    unverified: { kind: 'no-label' },
    note: `${TEST_CHAIN} Which of two is meant is open, so neither states anything; the second was put in after signing.`,
  },
  {
    file: 'c2pa/elsewhere.jpg',
    shows: { zh: '内容凭证：存放在别处', en: 'Content Credentials: stored elsewhere' },
    picture: small('ink', 0, 52),
    writers: [exifTool({ 'XMP-dcterms:provenance': 'https://credentials.example/elsewhere.c2pa' })],
    signals: [{ signal: 'c2pa', where: 'JPEG APP1 XMP dcterms:provenance' }],
    verdict: { kind: 'no-label' },
    note: 'The file only names an address; nothing is fetched from it by itself, and nothing is there.',
  },
  {
    file: 'c2pa/with-iptc.jpg',
    shows: { zh: '内容凭证与 IPTC 来源类型都写明', en: 'Content Credentials and IPTC source type together' },
    picture: wide('ink', 1, 48),
    writers: [
      exifTool({
        'XMP-iptcExt:DigitalSourceType':
          'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
      }),
      created('image/jpeg', 'Ink'),
    ],
    signals: [{ signal: 'iptc', where: 'JPEG APP1 XMP Iptc4xmpExt:DigitalSourceType' }, jumbf],
    verdict: CONFIRMED,
    note: TEST_CHAIN,
  },
];
