import { decodeUtf8OrLatin1 } from '../../bytes/decode-text';
import { ByteFault } from '../../bytes/fault';
import { MAX_META_TABLE_BYTES, MAX_TAG_NAME_BYTES } from '../../bytes/limits';
import { type Parse, read, readUpTo } from '../../bytes/parse';
import { requireInside } from '../blocks';
import type { Block } from '../container';
import { contained, emitRange, type WalkContext } from '../walk-context';
import { type Box, FULL_BOX_BYTES, listBoxes } from './box';

/** Size and namespace before the name of a key (QuickTime File Format, metadata item keys atom). */
const KEY_HEADER_BYTES = 8;
/** Type and locale before the value of a data atom (QuickTime File Format, value atom). */
const DATA_HEADER_BYTES = 8;
/** Well-known types of values (QuickTime File Format, table of well-known types); 0 leaves the type open. */
const TYPE_OPEN = 0;
const TYPE_UTF8 = 1;
const TYPE_UTF16 = 2;
/** iTunes: an item whose name is spelled out in boxes of its own. */
const FREEFORM = '----';
/** The first printable character of ASCII: what begins with less is no text. */
const SPACE = 0x20;

/**
 * Reads the names of a `keys` box, in order (QuickTime File Format, metadata item keys atom).
 *
 * @throws ByteFault `over-budget` for a box of more than MAX_META_TABLE_BYTES, `truncated`
 */
export function* readKeys(box: Box): Parse<readonly string[]> {
  const length = box.end - box.content;
  if (length > MAX_META_TABLE_BYTES) throw new ByteFault('over-budget', `keys box of ${length} bytes`);
  const table = yield* read(box.content, length, 'keys box');
  table.skip(Math.min(table.left, FULL_BOX_BYTES + 4));
  const names: string[] = [];
  while (table.left >= KEY_HEADER_BYTES) {
    const size = table.u32be() - KEY_HEADER_BYTES;
    table.skip(4);
    if (size < 0) throw new ByteFault('malformed', `key at ${table.offset} is shorter than its header`);
    names.push(nameOf(table.slice(size)));
  }
  return names;
}

const nameOf = (bytes: Uint8Array): string =>
  decodeUtf8OrLatin1(bytes.subarray(0, MAX_TAG_NAME_BYTES)).replaceAll('\0', '');

/**
 * Emits the text values of an `ilst` box under their names: the name its key gives, the spelled-out name of a
 * freeform item, else the item's four-character code. An item that only counts, without keys to look it up in,
 * is named `#` and its number.
 */
export function* visitTagList(
  context: WalkContext,
  list: Box,
  keys: readonly string[],
  path: readonly string[],
): Parse<void> {
  const items: Box[] = [];
  yield* contained(context, listBoxes(list.content, list.end, items));
  for (const item of items) yield* contained(context, visitItem(context, item, keys, path));
}

function* visitItem(
  context: WalkContext,
  item: Box,
  keys: readonly string[],
  path: readonly string[],
): Parse<void> {
  const parts: Box[] = [];
  yield* contained(context, listBoxes(item.content, item.end, parts));
  const freeform = item.type === FREEFORM ? parts.find(({ type }) => type === 'name') : undefined;
  const name = freeform ? yield* readName(freeform) : itemName(item.type, keys);
  const place = item.type === FREEFORM ? [...path, FREEFORM] : path;
  for (const part of parts)
    if (part.type === 'data') yield* contained(context, visitData(context, part, name, place));
}

function* readName({ content, end }: Box): Parse<string> {
  const at = Math.min(end, content + FULL_BOX_BYTES);
  return nameOf((yield* read(at, Math.min(MAX_TAG_NAME_BYTES, end - at), 'tag name')).bytes);
}

function itemName(type: string, keys: readonly string[]): string {
  const index = indexOf(type);
  if (index === undefined) return type;
  return keys[index - 1] ?? `#${index}`;
}

/** The number an item's type is, where it is none of characters. */
function indexOf(type: string): number | undefined {
  const [first, second, third = 0, fourth = 0] = Array.from(type, (char) => char.charCodeAt(0));
  return first === 0 && second === 0 ? third * 256 + fourth : undefined;
}

function* visitData(
  context: WalkContext,
  { content, end }: Box,
  key: string,
  path: readonly string[],
): Parse<void> {
  requireInside(end, context.size, 'tag');
  const head = yield* readUpTo(content, Math.min(DATA_HEADER_BYTES + 1, end - content), 'tag value');
  if (head.left <= DATA_HEADER_BYTES) return;
  const type = head.u32be();
  head.skip(4);
  const encoding = encodingOf(type, head.u8());
  if (encoding === undefined) return;
  emitRange(context, content + DATA_HEADER_BYTES, end, { kind: 'mp4-tag', path, key, ...encoding });
}

/** How text of this type is encoded; `undefined` for what is no text: numbers, pictures. */
function encodingOf(type: number, firstByte: number): Pick<Block, 'encoding'> | undefined {
  if (type === TYPE_UTF16) return { encoding: 'utf-16be' };
  return type === TYPE_UTF8 || (type === TYPE_OPEN && firstByte >= SPACE) ? {} : undefined;
}
