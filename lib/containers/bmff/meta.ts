import { type Parse, readUpTo } from '../../bytes/parse';
import { contained, type WalkContext } from '../walk-context';
import { BOX_HEADER_BYTES, type Box, FULL_BOX_BYTES, listBoxes } from './box';
import { visitItems } from './items';
import { readKeys, visitTagList } from './tag-list';

/** The handler box, which stands first (ISO/IEC 14496-12, 8.11.1; QuickTime File Format, metadata atom). */
const HANDLER = 'hdlr';

/**
 * Visits a `meta` box: a list of tags (`ilst`, with `keys` or without) and the items of a picture (`iinf`,
 * `iloc`). In the ISO form version and flags stand before the boxes, in the QuickTime form nothing does.
 *
 * @param path of the `meta` box itself
 */
export function* visitMeta(context: WalkContext, meta: Box, path: readonly string[]): Parse<void> {
  const head = yield* readUpTo(meta.content, Math.min(BOX_HEADER_BYTES, meta.end - meta.content), 'meta box');
  if (head.left < BOX_HEADER_BYTES) return;
  head.skip(4);
  const start = head.latin1(4) === HANDLER ? meta.content : meta.content + FULL_BOX_BYTES;
  const boxes: Box[] = [];
  yield* contained(context, listBoxes(start, meta.end, boxes));
  yield* contained(context, visitTags(context, boxes, [...path, 'ilst']));
  yield* contained(context, visitItems(context, boxes, path));
}

function* visitTags(context: WalkContext, boxes: readonly Box[], path: readonly string[]): Parse<void> {
  const list = boxes.find(({ type }) => type === 'ilst');
  if (list === undefined) return;
  const table = boxes.find(({ type }) => type === 'keys');
  const keys = table ? yield* readKeys(table) : [];
  yield* visitTagList(context, list, keys, path);
}
