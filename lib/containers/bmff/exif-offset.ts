import { type Parse, readUpTo } from '../../bytes/parse';
import type { Span } from '../container';

/** ISO/IEC 23008-12, Annex A; ISO/IEC 18181-2: offset of the TIFF header, counted from behind itself. */
const TIFF_OFFSET_BYTES = 4;
/** The offset in files: 0, or 6 for `Exif\0\0`. More than this is no offset but a writer's mistake. */
const MAX_TIFF_OFFSET = 64;

/** How many bytes of an EXIF item or box stand before its TIFF header, given where its payload begins. */
export function* tiffStart({ offset, length }: Span): Parse<number> {
  const prefix = yield* readUpTo(offset, Math.min(length, TIFF_OFFSET_BYTES), 'EXIF offset');
  if (prefix.left < TIFF_OFFSET_BYTES) return TIFF_OFFSET_BYTES;
  const declared = prefix.u32be();
  return TIFF_OFFSET_BYTES + (declared <= MAX_TIFF_OFFSET ? declared : 0);
}
