import { asBytes, bytes, concat, latin1, noise, u16be, u16le, u32be, u32le, u64be } from './bytes';

/** Builders for TIFF files (TIFF 6.0) and BigTIFF. */

export type Field = { readonly tag: number; readonly type: number; readonly value: Uint8Array };

/** A field of a one-byte type (1 BYTE, 2 ASCII, 7 UNDEFINED). */
export const field = (tag: number, type: number, value: string | Uint8Array): Field => ({
  tag,
  type,
  value: asBytes(value),
});

/** A text field, ended by NUL. */
export const text = (tag: number, value: string): Field => field(tag, 2, `${value}\0`);

export type TiffParts = {
  readonly order?: 'II' | 'MM';
  readonly big?: boolean;
  readonly ifd0?: readonly Field[];
  /** The Exif directory, behind IFD0. */
  readonly exif?: readonly Field[];
  /** Further directories of the chain. */
  readonly pages?: readonly (readonly Field[])[];
  /** Bytes between the header and the first directory, as writers that append it leave their pixels. */
  readonly pixels?: Uint8Array;
};

/** A file of the given directories; values follow each. Pixels are noise no directory names. */
export const tiff = (parts: TiffParts = {}): Uint8Array => {
  const { order = 'II', big = false, ifd0 = [], exif, pages = [], pixels = noise(100) } = parts;
  const put = numbers(order, big);
  const first = put.headerBytes + pixels.length;
  const length = (fields: readonly Field[]) => directory(fields, 0, 0, put).length;
  const withPointer = (at: number) => [...ifd0, ...(exif ? [pointer(at, put)] : [])];
  const exifAt = first + length(withPointer(0));
  let at = exifAt + (exif ? length(exif) : 0);
  const starts = pages.map((page) => {
    at += length(page);
    return at - length(page);
  });
  return concat(
    put.header(first),
    pixels,
    directory(withPointer(exifAt), first, starts[0] ?? 0, put),
    ...(exif ? [directory(exif, exifAt, 0, put)] : []),
    ...pages.map((page, index) => directory(page, starts[index] ?? 0, starts[index + 1] ?? 0, put)),
  );
};

type Numbers = ReturnType<typeof numbers>;

const numbers = (order: 'II' | 'MM', big: boolean) => {
  const little = order === 'II';
  const u16 = little ? u16le : u16be;
  const u64 = (value: number) => (little ? u64be(value).toReversed() : u64be(value));
  const word = big ? u64 : little ? u32le : u32be;
  const wordBytes = big ? 8 : 4;
  const header = (first: number) =>
    concat(latin1(order), u16(big ? 43 : 42), big ? concat(u16(8), u16(0)) : bytes(), word(first));
  return { u16, word, wordBytes, count: big ? u64 : u16, header, headerBytes: big ? 16 : 8 };
};

const pointer = (at: number, { word }: Numbers): Field => ({ tag: 0x8769, type: 4, value: word(at) });

const directory = (fields: readonly Field[], at: number, next: number, put: Numbers): Uint8Array => {
  const { u16, word, wordBytes, count } = put;
  const entries: Uint8Array[] = [];
  const values: Uint8Array[] = [];
  let valueAt = at + count(0).length + fields.length * (4 + 2 * wordBytes) + wordBytes;
  for (const { tag, type, value } of fields) {
    const inline = value.length <= wordBytes;
    const place = inline ? concat(value, new Uint8Array(wordBytes - value.length)) : word(valueAt);
    entries.push(concat(u16(tag), u16(type), word(tag === 0x8769 ? 1 : value.length), place));
    if (inline) continue;
    values.push(value);
    valueAt += value.length;
  }
  return concat(count(fields.length), ...entries, word(next), ...values);
};
