import { deflateRawSync } from 'node:zlib';
import { asBytes, concat, latin1, u16le, u32le } from './bytes';

/** Builders for ZIP documents. */

/** What a test says about one entry; the rest is as a writer of documents would have it. */
export type ZipPart = {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** Whether sizes and place stand in the ZIP64 extra field of the directory. */
  readonly in64?: boolean;
};

const u64le = (value: number): Uint8Array => concat(u32le(value), u32le(0));
const NOWHERE = 0xffffffff;

const pack = ({ data, stored = false }: ZipPart): Uint8Array =>
  stored ? asBytes(data) : new Uint8Array(deflateRawSync(asBytes(data)));

const methodOf = ({ method, stored = false }: ZipPart): number => method ?? (stored ? 0 : 8);

const localHeader = (part: ZipPart, packed: Uint8Array): Uint8Array =>
  concat(
    latin1('PK\x03\x04'),
    u16le(20),
    u16le(part.flags ?? 0),
    u16le(methodOf(part)),
    new Uint8Array(8),
    u32le(packed.length),
    u32le(asBytes(part.data).length),
    u16le(part.name.length),
    u16le(0),
    latin1(part.name),
    packed,
  );

const directoryHeader = (part: ZipPart, packed: number, offset: number): Uint8Array => {
  const unpacked = asBytes(part.data).length;
  const extra = part.in64
    ? concat(u16le(1), u16le(24), u64le(unpacked), u64le(packed), u64le(offset))
    : new Uint8Array(0);
  return concat(
    latin1('PK\x01\x02'),
    u16le(20),
    u16le(20),
    u16le(part.flags ?? 0),
    u16le(methodOf(part)),
    new Uint8Array(8),
    u32le(part.in64 ? NOWHERE : packed),
    u32le(part.in64 ? NOWHERE : unpacked),
    u16le(part.name.length),
    u16le(extra.length),
    new Uint8Array(10),
    u32le(part.in64 ? NOWHERE : offset),
    latin1(part.name),
    extra,
  );
};

const endRecord = (count: number, length: number, offset: number, comment: Uint8Array): Uint8Array =>
  concat(
    latin1('PK\x05\x06'),
    new Uint8Array(4),
    u16le(count),
    u16le(count),
    u32le(length),
    u32le(offset),
    u16le(comment.length),
    comment,
  );

/** ZIP64 end record and its locator. */
const endRecord64 = (count: number, length: number, offset: number): Uint8Array =>
  concat(
    latin1('PK\x06\x06'),
    u64le(44),
    u16le(45),
    u16le(45),
    new Uint8Array(8),
    u64le(count),
    u64le(count),
    u64le(length),
    u64le(offset),
    latin1('PK\x06\x07'),
    u32le(0),
    u64le(offset + length),
    u32le(1),
  );

export type ZipOptions = { readonly comment?: string | Uint8Array; readonly is64?: boolean };

/** A ZIP file of the parts, in order. */
export const zip = (
  parts: readonly ZipPart[],
  { comment = '', is64 = false }: ZipOptions = {},
): Uint8Array => {
  let body: Uint8Array = new Uint8Array(0);
  const headers: Uint8Array[] = [];
  for (const part of parts) {
    const packed = pack(part);
    headers.push(directoryHeader(part, packed.length, body.length));
    body = concat(body, localHeader(part, packed));
  }
  const directory = concat(...headers);
  const { length } = directory;
  if (!is64) return concat(body, directory, endRecord(parts.length, length, body.length, asBytes(comment)));
  const end64 = endRecord64(parts.length, length, body.length);
  return concat(body, directory, end64, endRecord(parts.length, NOWHERE, NOWHERE, asBytes(comment)));
};

export const CONTENT_TYPES: ZipPart = { name: '[Content_Types].xml', data: '<Types/>' };

/** `docProps/custom.xml` with text properties. */
export const customXml = (properties: Readonly<Record<string, string>>): string => {
  const rows = Object.entries(properties).map(
    ([name, value], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${rows.join('')}</Properties>`;
};

/** A document of Office Open XML. */
export const docx = (properties: Readonly<Record<string, string>>, ...more: readonly ZipPart[]): Uint8Array =>
  zip([
    CONTENT_TYPES,
    { name: 'word/document.xml', data: '<document/>'.repeat(50) },
    { name: 'docProps/custom.xml', data: customXml(properties) },
    ...more,
  ]);

/** `meta.xml` of ODF with user-defined properties. */
export const odfMeta = (properties: Readonly<Record<string, string>>): string => {
  const rows = Object.entries(properties).map(
    ([name, value]) => `<meta:user-defined meta:name="${name}">${value}</meta:user-defined>`,
  );
  return `<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta>${rows.join('')}</office:meta></office:document-meta>`;
};

/** A package document of EPUB with what stands in its `metadata`. */
export const packageXml = (metadata: string): string =>
  `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata>${metadata}</metadata></package>`;
