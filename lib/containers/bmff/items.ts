import type { Cursor } from '../../bytes/cursor';
import { ByteFault } from '../../bytes/fault';
import { MAX_META_TABLE_BYTES } from '../../bytes/limits';
import { type Parse, read } from '../../bytes/parse';
import { requireInside } from '../blocks';
import type { Span } from '../container';
import { contained, type WalkContext } from '../walk-context';
import type { Box } from './box';
import { tiffStart } from './exif-offset';
import { type ItemLocation, readLocations } from './item-locations';
import { type Item, readItems } from './item-names';

/** ISO/IEC 14496-12, 8.11.3.3: where the extents of an item are counted from. */
const FROM_FILE = 0;
const FROM_IDAT = 1;
type Located = { readonly item: Item; readonly spans: readonly [Span, ...Span[]] };

/**
 * Emits the XMP and EXIF items of a `meta` box (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, Annex A), by their
 * place in the file.
 *
 * @param boxes the boxes in the `meta` box
 */
export function* visitItems(
  context: WalkContext,
  boxes: readonly Box[],
  path: readonly string[],
): Parse<void> {
  const [names, places] = ['iinf', 'iloc'].map((wanted) => boxes.find(({ type }) => type === wanted));
  if (names === undefined || places === undefined) return;
  const items = readItems(yield* readTable(names));
  const locations = readLocations(yield* readTable(places), new Set(items.map(({ id }) => id)));
  const idat = boxes.find(({ type }) => type === 'idat');
  const located = items.flatMap((item) => locate(item, locations.get(item.id), idat) ?? []);
  const byPlace = located.toSorted((a, b) => a.spans[0].offset - b.spans[0].offset);
  for (const one of byPlace) yield* contained(context, visitItem(context, one, path));
}

function* readTable({ type, content, end }: Box): Parse<Cursor> {
  const length = end - content;
  if (length > MAX_META_TABLE_BYTES) throw new ByteFault('over-budget', `${type} box of ${length} bytes`);
  return yield* read(content, length, `${type} box`);
}

function locate(item: Item, location: ItemLocation | undefined, idat: Box | undefined): Located | undefined {
  if (location === undefined) return undefined;
  const from = location.method === FROM_FILE ? 0 : location.method === FROM_IDAT ? idat?.content : undefined;
  if (from === undefined) return undefined;
  const [first, ...rest] = location.extents.map(({ offset, length }) => ({ offset: from + offset, length }));
  return first && { item, spans: [first, ...rest] };
}

function* visitItem(context: WalkContext, { item, spans }: Located, path: readonly string[]): Parse<void> {
  if (item.encoded) throw new ByteFault('unsupported', `${item.kind} item is compressed`);
  for (const { offset, length } of spans) requireInside(offset + length, context.size, `${item.kind} item`);
  if (item.kind === 'xmp') return context.emit({ kind: 'xmp', path: [...path, 'XMP'], spans });
  const [first, ...rest] = dropBytes(spans, yield* tiffStart(spans[0]));
  if (first) context.emit({ kind: 'exif', path: [...path, 'EXIF'], spans: [first, ...rest] });
}

function dropBytes(spans: readonly Span[], count: number): Span[] {
  let left = count;
  return spans.flatMap(({ offset, length }) => {
    const dropped = Math.min(left, length);
    left -= dropped;
    return dropped < length ? [{ offset: offset + dropped, length: length - dropped }] : [];
  });
}
