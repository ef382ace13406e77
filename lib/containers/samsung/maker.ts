import { EXIF_MAKER_BYTES } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import type { Span } from '../container';

const MAKER = 'samsung';

/**
 * Whether an EXIF block seems to name Samsung, in any case: reason enough to look at the end of the file, and no
 * more than that. The bytes are searched, not parsed; they have been read with the segments around them.
 */
export function* isBySamsung(exif: Span): Parse<boolean> {
  const start = yield* readUpTo(exif.offset, Math.min(exif.length, EXIF_MAKER_BYTES), 'EXIF maker');
  return start.latin1(start.left).toLowerCase().includes(MAKER);
}
