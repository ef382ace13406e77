/** Builds metadata blocks byte by byte from named parts, for tests. */

/** Text as UTF-8, one byte, or several. */
export type BytePart = string | number | Uint8Array | readonly number[];

export const bytesOf = (...parts: BytePart[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) => {
      if (typeof part === 'string') return [...Buffer.from(part, 'utf8')];
      return typeof part === 'number' ? [part] : [...part];
    }),
  );

export type ByteOrder = 'le' | 'be';

export function u16(value: number, order: ByteOrder = 'be'): Uint8Array {
  const bytes = new Uint8Array(2);
  new DataView(bytes.buffer).setUint16(0, value, order === 'le');
  return bytes;
}

export function u32(value: number, order: ByteOrder = 'be'): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, order === 'le');
  return bytes;
}

export const utf16 = (text: string, order: ByteOrder): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
};

/** One directory entry: `count` is the length of `value` for the one-byte types. */
export type TiffField = {
  readonly tag: number;
  readonly type: number;
  readonly value: string | Uint8Array;
  /** Says another count than there are bytes. */
  readonly count?: number;
  /** Says another place for the value. */
  readonly offset?: number;
};

/** A TIFF block of IFD0 and, where given, an Exif IFD; values of more than four bytes follow each directory. */
export function tiffBlock(ifd0: readonly TiffField[], exif?: readonly TiffField[], order: ByteOrder = 'le') {
  const header = bytesOf(order === 'le' ? 'II*\0' : 'MM\0*', u32(8, order));
  const pointer = (at: number): TiffField => ({ tag: 0x8769, type: 4, value: u32(at, order), count: 1 });
  if (exif === undefined) return bytesOf(header, directory(ifd0, 8, order));
  const withPointer = (at: number) => directory([...ifd0, pointer(at)], 8, order);
  const exifAt = 8 + withPointer(0).length;
  return bytesOf(header, withPointer(exifAt), directory(exif, exifAt, order));
}

function directory(fields: readonly TiffField[], at: number, order: ByteOrder): Uint8Array {
  const entries: Uint8Array[] = [];
  const values: Uint8Array[] = [];
  let valueAt = at + 2 + fields.length * 12 + 4;
  for (const field of fields) {
    const value = bytesOf(field.value);
    const inline = value.length <= 4 && field.offset === undefined;
    const place = inline
      ? bytesOf(value, new Array(4 - value.length).fill(0))
      : u32(field.offset ?? valueAt, order);
    const count = u32(field.count ?? value.length, order);
    entries.push(bytesOf(u16(field.tag, order), u16(field.type, order), count, place));
    if (inline) continue;
    values.push(value);
    valueAt += value.length;
  }
  return bytesOf(u16(fields.length, order), ...entries, u32(0, order), ...values);
}

/** A Photoshop image resource. */
export const imageResource = (id: number, payload: Uint8Array, name = '') => {
  const pascal = bytesOf(name.length, name, name.length % 2 === 0 ? [0] : []);
  return bytesOf('8BIM', u16(id), pascal, u32(payload.length), payload, payload.length % 2 === 0 ? [] : [0]);
};

/** An IIM data set. */
export const iimDataset = (record: number, dataset: number, value: string | Uint8Array) => {
  const bytes = bytesOf(value);
  return bytesOf([0x1c, record, dataset], u16(bytes.length), bytes);
};
