import { type Parse, readUpTo } from '../../bytes/parse';
import { contained, emitContent, emitRange, type WalkContext } from '../walk-context';
import { type Box, listBoxes } from './box';
import { visitMeta } from './meta';

/** Types of QuickTime user data text begin with this sign (QuickTime File Format, user data atoms). */
const COPYRIGHT_SIGN = '\xa9';
/** Length and language before each text. */
const TEXT_HEADER_BYTES = 4;

/** Visits `udta`: a `meta` box, an XMP packet (XMP Specification Part 3 §1.1.7), QuickTime's own texts. */
export function* visitUserData(context: WalkContext, userData: Box, path: readonly string[]): Parse<void> {
  const boxes: Box[] = [];
  yield* contained(context, listBoxes(userData.content, userData.end, boxes));
  for (const box of boxes) yield* contained(context, visitChild(context, box, path));
}

function* visitChild(context: WalkContext, box: Box, path: readonly string[]): Parse<void> {
  if (box.type === 'meta') yield* visitMeta(context, box, [...path, 'meta']);
  else if (box.type === 'XMP_') emitContent(context, box, { kind: 'xmp', path: [...path, 'XMP_'] });
  else if (box.type.startsWith(COPYRIGHT_SIGN)) yield* visitText(context, box, path);
}

/** The first of the texts: further ones are translations. */
function* visitText(context: WalkContext, { type, content, end }: Box, path: readonly string[]): Parse<void> {
  const head = yield* readUpTo(content, Math.min(TEXT_HEADER_BYTES, end - content), 'user data text');
  if (head.left < TEXT_HEADER_BYTES) return;
  const start = content + TEXT_HEADER_BYTES;
  const textEnd = Math.min(end, start + head.u16be());
  emitRange(context, start, textEnd, { kind: 'mp4-tag', path, key: type });
}
