import type { Cursor } from '../../bytes/cursor';
import { BOX_HEADER_BYTES } from './box';

/** Media type of an XMP packet (XMP Specification Part 3; ISO/IEC 23008-12, Annex A names items by it). */
const XMP_TYPE = 'application/rdf+xml';

/** An item of a picture that is metadata of ours. `encoded`: compressed by its content encoding. */
export type Item = { readonly id: number; readonly kind: 'xmp' | 'exif'; readonly encoded: boolean };

/**
 * Reads the item information box (ISO/IEC 14496-12, 8.11.6): the XMP and EXIF items it names. Entries of the
 * first versions (0 and 1), which know no item types, are passed over.
 *
 * @param table the payload of `iinf`
 * @throws ByteFault `truncated` where an entry is longer than the box
 */
export function readItems(table: Cursor): readonly Item[] {
  const version = table.u8();
  table.skip(3 + (version === 0 ? 2 : 4));
  const items: Item[] = [];
  while (table.left >= BOX_HEADER_BYTES) {
    const size = table.u32be();
    const type = table.latin1(4);
    const entry = table.slice(size - BOX_HEADER_BYTES);
    const item = type === 'infe' ? readEntry(entry) : undefined;
    if (item !== undefined) items.push(item);
  }
  return items;
}

/** Bytes before the item's type: version and flags, its id (16 or 32 bits), protection index. */
const TYPE_AT: ReadonlyMap<number, number> = new Map([
  [2, 8],
  [3, 10],
]);

function readEntry(entry: Uint8Array): Item | undefined {
  const typeAt = TYPE_AT.get(entry[0] ?? 0);
  if (typeAt === undefined || entry.length < typeAt + 4) return undefined;
  const id = entry.subarray(4, typeAt - 2).reduce((sum, byte) => sum * 256 + byte, 0);
  const type = latin1(entry.subarray(typeAt, typeAt + 4));
  if (type === 'Exif') return { id, kind: 'exif', encoded: false };
  if (type !== 'mime') return undefined;
  const [, contentType = '', encoding = ''] = latin1(entry.subarray(typeAt + 4)).split('\0');
  const isXmp = contentType.toLowerCase().startsWith(XMP_TYPE);
  return isXmp ? { id, kind: 'xmp', encoded: encoding !== '' } : undefined;
}

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};
