import type { Cursor } from '../../bytes/cursor';
import { ByteFault } from '../../bytes/fault';
import { MAX_ITEM_EXTENTS } from '../../bytes/limits';
import type { Span } from '../container';

/** Where an item lies. Offsets are counted from what `method` names (ISO/IEC 14496-12, 8.11.3.3). */
export type ItemLocation = { readonly method: number; readonly extents: readonly Span[] };

/** Field sizes stated in front of the table, in bytes. */
type Sizes = {
  readonly offset: number;
  readonly length: number;
  readonly base: number;
  readonly index: number;
};

/**
 * Reads the item location box (ISO/IEC 14496-12, 8.11.3), versions 0 to 2. An item in another file, or one whose
 * extent runs to an end that is not stated, is left out.
 *
 * @param table the payload of `iloc`
 * @param wanted ids of the items asked for
 * @throws ByteFault `malformed` for field sizes there are none of, `truncated`, `over-budget` for more than
 *   MAX_ITEM_EXTENTS extents of one wanted item
 */
export function readLocations(table: Cursor, wanted: ReadonlySet<number>): ReadonlyMap<number, ItemLocation> {
  const version = table.u8();
  table.skip(3);
  if (version > 2) throw new ByteFault('unsupported', `iloc box of version ${version}`);
  const sizes = readSizes(table, version);
  const count = version < 2 ? table.u16be() : table.u32be();
  const found = new Map<number, ItemLocation>();
  for (let index = 0; index < count && found.size < wanted.size; index++) {
    const id = version < 2 ? table.u16be() : table.u32be();
    const location = readLocation(table, version, sizes, wanted.has(id));
    if (location !== undefined) found.set(id, location);
  }
  return found;
}

function readSizes(table: Cursor, version: number): Sizes {
  const [first, second] = [table.u8(), table.u8()];
  const sizes = {
    offset: first >> 4,
    length: first & 0x0f,
    base: second >> 4,
    index: version === 0 ? 0 : second & 0x0f,
  };
  if (Object.values(sizes).some((size) => ![0, 4, 8].includes(size)))
    throw new ByteFault('malformed', 'iloc box with field sizes there are none of');
  return sizes;
}

function readLocation(
  table: Cursor,
  version: number,
  sizes: Sizes,
  wanted: boolean,
): ItemLocation | undefined {
  const method = version === 0 ? 0 : table.u16be() & 0x0f;
  const inThisFile = table.u16be() === 0;
  const base = readSized(table, sizes.base);
  const count = table.u16be();
  const extentBytes = sizes.index + sizes.offset + sizes.length;
  if (!wanted || !inThisFile || sizes.length === 0) {
    table.skip(count * extentBytes);
    return undefined;
  }
  if (count > MAX_ITEM_EXTENTS) throw new ByteFault('over-budget', `item of ${count} extents`);
  const extents = Array.from({ length: count }, () => readExtent(table, base, sizes));
  return extents.some(({ length }) => length === 0) ? undefined : { method, extents };
}

function readExtent(table: Cursor, base: number, sizes: Sizes): Span {
  table.skip(sizes.index);
  const offset = base + readSized(table, sizes.offset);
  return { offset, length: readSized(table, sizes.length) };
}

const readSized = (table: Cursor, size: number): number =>
  size === 0 ? 0 : size === 4 ? table.u32be() : table.u64be();
