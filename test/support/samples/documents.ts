import type { DocumentId } from '../../../lib/containers/container';
import { concat, latin1, noise, utf8 } from './bytes';
import { box } from './jpeg';
import { superbox } from './jumbf';
import { packedPdf, pdf, stream } from './pdf';
import { c2paTable, font } from './sfnt';
import { wrapped } from './text';
import { CONTENT_TYPES, customXml, docx, odfMeta, packageXml, zip } from './zip';

const STORE = box('jumb', noise(300));
const LABEL = '{"Label":"1"}';
const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>';

/** The smallest valid file of each kind of document. */
export const SMALLEST_DOCUMENT: Readonly<Record<DocumentId, () => Uint8Array>> = {
  pdf: () => pdf(),
  zip: () => zip([CONTENT_TYPES]),
  sfnt: () => font([['head', noise(54)]]),
  c2pa: () => superbox('c2pa', 'c2pa'),
  html: () => latin1('<!doctype html>'),
  text: () => latin1('text'),
};

/** A small file of each kind of document with every kind of block it can hold. */
export const RICH_DOCUMENT: Readonly<Record<DocumentId, () => Uint8Array>> = {
  pdf: () =>
    packedPdf(
      [
        [2, stream('/Type/Metadata/Subtype/XML', XMP)],
        [3, stream('/Type/EmbeddedFile', STORE)],
      ],
      [
        [1, '<</Type/Catalog/Metadata 2 0 R/AF[4 0 R]>>'],
        [4, '<</Type/Filespec/AFRelationship/C2PA_Manifest/EF<</F 3 0 R>>>>'],
        [5, `<</AIGC(${LABEL})>>`],
      ],
      '/Root 1 0 R/Info 5 0 R',
    ),
  zip: () =>
    docx(
      { AIGC: LABEL },
      { name: 'meta.xml', data: odfMeta({ AIGC: LABEL }), stored: true },
      { name: 'custom2/docProps/custom.xml', data: customXml({}) },
      { name: 'a.opf', data: packageXml(`<meta property="AIGC">${LABEL}</meta>`) },
      { name: 'META-INF/content_credential.c2pa', data: STORE, stored: true },
    ),
  sfnt: () =>
    font([
      ['C2PA', c2paTable('https://example.org/a.c2pa', STORE)],
      ['head', noise(54)],
    ]),
  c2pa: () => concat(superbox('c2pa', 'c2pa', noise(300)), noise(20)),
  html: () =>
    utf8(
      `<!doctype html><head><meta name="AIGC" content='${LABEL}'><script type="application/c2pa">${btoa(
        String.fromCharCode(...STORE),
      )}</script><link rel="c2pa-manifest" href="https://example.org/a.c2pa"><script type="application/ld+json">{"digitalSourceType":"a"}</script></head><p ai-disclosure="none"><p>text${wrapped(STORE)}</p>`,
    ),
  text: () =>
    utf8(
      `---\ntitle: x\nAIGC:\n  Label: '1'\n  ProduceID: "2"\n---\ntext ${wrapped(STORE)}\n-----BEGIN C2PA MANIFEST----- data:application/c2pa;base64,${btoa(
        String.fromCharCode(...STORE),
      )} -----END C2PA MANIFEST-----\n\`\`\`yaml\nAIGC: ${LABEL}\n\`\`\`\n`,
    ),
};

/** How many blocks each of them holds. */
export const RICH_BLOCKS: Readonly<Record<DocumentId, number>> = {
  pdf: 3,
  zip: 4,
  sfnt: 2,
  c2pa: 1,
  html: 6,
  text: 4,
};

/** Documents that are nothing but a block. */
export const ALL_BLOCK: ReadonlySet<DocumentId> = new Set<DocumentId>(['c2pa']);

/** Documents without a directory at their end: cut, they keep what stands before the cut. */
export const READ_FORWARD: ReadonlySet<DocumentId> = new Set<DocumentId>(['html', 'text']);
