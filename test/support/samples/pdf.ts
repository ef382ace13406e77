import { deflateSync } from 'node:zlib';
import { asBytes, concat, latin1, u16be } from './bytes';

/** Builders for PDF files. An object is its number and what stands between `obj` and `endobj`. */

export type PdfPart = readonly [number: number, body: string | Uint8Array];

/** A stream object's body. */
export const stream = (dict: string, data: string | Uint8Array): Uint8Array => {
  const bytes = asBytes(data);
  return concat(latin1(`<<${dict}/Length ${bytes.length}>>stream\r\n`), bytes, latin1('\nendstream'));
};

export const deflated = (dict: string, data: string | Uint8Array): Uint8Array =>
  stream(`${dict}/Filter/FlateDecode`, deflateSync(asBytes(data)));

/** Objects one after another, with where each begins. */
const layOut = (start: number, parts: readonly PdfPart[]) => {
  let at = start;
  const places = new Map<number, number>();
  const pieces = parts.map(([number, body]) => {
    const piece = concat(latin1(`${number} 0 obj\n`), asBytes(body), latin1('\nendobj\n'));
    places.set(number, at);
    at += piece.length;
    return piece;
  });
  return { body: concat(...pieces), end: at, places };
};

const digits = (value: number, width: number) => String(value).padStart(width, '0');

/** A section with a cross-reference table behind what stands already; `trailer` gives the rest of the trailer. */
export const addSection = (before: Uint8Array, parts: readonly PdfPart[], trailer: string): Uint8Array => {
  const { body, end, places } = layOut(before.length, parts);
  const rows = [...places].map(([number, at]) => `${number} 1\n${digits(at, 10)} 00000 n \n`);
  const table = `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<<${trailer}>>\n`;
  return concat(before, body, latin1(`${table}startxref\n${end}\n%%EOF\n`));
};

export const HEADER = latin1('%PDF-1.7\n');
export const pdf = (
  parts: readonly PdfPart[] = [[1, '<</Type/Catalog>>']],
  trailer = '/Root 1 0 R',
): Uint8Array => addSection(HEADER, parts, trailer);

/** A file whose `packed` objects stand in an object stream, its cross-references in a stream with a predictor. */
export const packedPdf = (
  plain: readonly PdfPart[],
  packed: readonly PdfPart[],
  trailer: string,
): Uint8Array => {
  const bodies = packed.map(([, body]) => asBytes(body));
  let at = 0;
  const pairs = packed.map(([number], index) => {
    const pair = `${number} ${at}`;
    at += (bodies[index]?.length ?? 0) + 1;
    return pair;
  });
  const head = `${pairs.join(' ')} `;
  const content = concat(latin1(head), ...bodies.flatMap((body) => [body, latin1(' ')]));
  const holder: PdfPart = [90, deflated(`/Type/ObjStm/N ${packed.length}/First ${head.length}`, content)];
  const { body, end, places } = layOut(HEADER.length, [...plain, holder]);
  const row = (number: number): Uint8Array => {
    const index = packed.findIndex(([one]) => one === number);
    if (index >= 0) return concat(Uint8Array.of(2), u16be(90), Uint8Array.of(index));
    const place = places.get(number);
    return concat(Uint8Array.of(place === undefined ? 0 : 1), u16be(place ?? 0), Uint8Array.of(0));
  };
  const rows = Array.from({ length: 91 }, (_, number) => row(number));
  // PNG's filter Up: each byte less the one above
  const filtered = rows.map((bytes, y) =>
    concat(
      Uint8Array.of(2),
      bytes.map((byte, x) => byte - (rows[y - 1]?.[x] ?? 0)),
    ),
  );
  const xref = deflated(
    `/Type/XRef/Size 91/W[1 2 1]/DecodeParms<</Predictor 12/Columns 4>>${trailer}`,
    concat(...filtered),
  );
  const last = layOut(end, [[91, xref]]);
  return concat(HEADER, body, last.body, latin1(`startxref\n${end}\n%%EOF\n`));
};
