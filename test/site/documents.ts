import { pdf, stream } from '../support/samples/pdf';
import { CONTENT_TYPES, customXml, docx, packageXml, zip } from '../support/samples/zip';

const LABEL =
  '{"Label":"1","ContentProducer":"001191110102MACQD9K64010000","ProduceID":"doc-1","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}';
const XML_LABEL = LABEL.replaceAll('"', '&quot;');

type Writer = (labelled: boolean) => Uint8Array | string;

const office =
  (part: string): Writer =>
  (labelled) =>
    zip([
      CONTENT_TYPES,
      { name: part, data: '<document/>'.repeat(50) },
      {
        name: 'docProps/custom.xml',
        data: customXml(labelled ? { AIGC: XML_LABEL } : { Department: 'Lakes' }),
      },
    ]);

/** One page with a line of text, so that the browser's own viewer shows it. */
const portable: Writer = (labelled) => {
  const text = 'BT /F1 24 Tf 72 700 Td (A morning at the lake) Tj ET';
  const info = labelled ? `<</AIGC(${LABEL})>>` : '<</Title(A morning at the lake)>>';
  return pdf(
    [
      [1, '<</Type/Catalog/Pages 2 0 R>>'],
      [2, '<</Type/Pages/Kids[3 0 R]/Count 1>>'],
      [3, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>'],
      [4, stream('', text)],
      [5, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'],
      [6, info],
    ],
    '/Size 7/Root 1 0 R/Info 6 0 R',
  );
};

const book: Writer = (labelled) =>
  zip([
    { name: 'mimetype', data: 'application/epub+zip', stored: true },
    { name: 'META-INF/container.xml', data: '<container/>' },
    { name: 'a.opf', data: packageXml(labelled ? `<meta property="AIGC">${XML_LABEL}</meta>` : '') },
  ]);

const markdown: Writer = (labelled) =>
  `${labelled ? `---\nAIGC: ${LABEL}\n---\n` : '---\ntitle: AIGC\n---\n'}# 湖边的清晨\n\n正文。\n`;

const WORD = 'application/vnd.openxmlformats-officedocument';

/** The kinds of documents, by the end of their names, with their types. */
const DOCUMENTS: Readonly<Record<string, readonly [type: string, write: Writer]>> = {
  pdf: ['application/pdf', portable],
  docx: [
    `${WORD}.wordprocessingml.document`,
    (labelled) => docx(labelled ? { AIGC: XML_LABEL } : { Department: 'Lakes' }),
  ],
  pptx: [`${WORD}.presentationml.presentation`, office('ppt/presentation.xml')],
  xlsx: [`${WORD}.spreadsheetml.sheet`, office('xl/workbook.xml')],
  epub: ['application/epub+zip', book],
  md: ['text/markdown; charset=utf-8', markdown],
};

/** Ends of names of all documents of the site. */
export const DOCUMENT_TYPES = Object.keys(DOCUMENTS);

/** The document a path names, `/documents/labelled.pdf` or `/documents/plain.pdf`; nothing for other paths. */
export function documentAt(
  path: string,
): { readonly text: Uint8Array | string; readonly type: string } | undefined {
  const [, name, end = ''] = /^\/documents\/(labelled|plain)\.(\w+)$/.exec(path) ?? [];
  const [type, write] = DOCUMENTS[end] ?? [];
  return type === undefined || write === undefined ? undefined : { text: write(name === 'labelled'), type };
}
