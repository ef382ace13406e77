import type { Writer } from './writer';

const XMP_NAMES =
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"';

/**
 * An SVG drawing of our own in place of the picture, with the label in XMP inside `<metadata>` (XMP part 3, SVG).
 *
 * @param label the value of `TC260:AIGC`; no metadata where left out
 */
export function svgDrawing(label?: string): Writer {
  const metadata =
    label === undefined
      ? ''
      : `<metadata><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${XMP_NAMES}><rdf:Description rdf:about=""><TC260:AIGC>${escapeXml(label)}</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta></metadata>`;
  return {
    name: 'own SVG writer',
    write: async () => Buffer.from(`${HEAD}${metadata}${DRAWING}`),
  };
}

const HEAD =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" viewBox="0 0 600 400"><title>Hills</title>';
const DRAWING = `<rect width="600" height="400" fill="#e9e2d0"/><circle cx="430" cy="120" r="52" fill="#c8452f"/>
<path d="M0 300C90 210 160 220 240 280S400 340 600 230V400H0Z" fill="#3c5a5e"/>
<path d="M0 340C120 280 220 330 320 330S500 300 600 320V400H0Z" fill="#223a3f"/></svg>\n`;

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
