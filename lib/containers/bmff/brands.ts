/** Size and type of the first box, then major brand and minor version (ISO/IEC 14496-12, 4.3). */
const TYPE_AT = 4;
const MAJOR_AT = 8;
const COMPATIBLE_AT = 16;
const BRAND_BYTES = 4;

/** First boxes of QuickTime movies from before `ftyp` was invented (QuickTime File Format). */
const QUICKTIME_FIRST_BOXES = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'];
/** First boxes of a media segment without a segment type (ISO/IEC 14496-12, 8.16; ISO/IEC 23009-1, 5.10.3.3). */
const SEGMENT_FIRST_BOXES = ['moof', 'sidx', 'emsg', 'prft'];
/** AV1 Image File Format, 6. */
const AVIF_BRANDS = ['avif', 'avis', 'avio'];
/** ISO/IEC 23008-12, 10.2 and Annex B. */
const HEIF_BRANDS = ['mif1', 'mif2', 'msf1', 'heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'];
/** QuickTime File Format, file type atom. */
const QUICKTIME_BRAND = 'qt  ';
/** JPEG XL (ISO/IEC 18181-2) has a signature box of its own first and is told by that. */
const FILE_TYPES = ['ftyp', 'styp'];

/** Kinds of files built from boxes of ISO/IEC 14496-12. */
export type BmffKind = 'avif' | 'heif' | 'mp4' | 'quicktime';

/**
 * Tells the kind of a file by its first box: by its major brand, then by those it is compatible with. What is
 * neither a picture nor QuickTime is MP4, whatever its brand: 3GP, M4A, M4V, DASH segments, CR3.
 *
 * @param head the first bytes of the file; brands beyond them are not seen
 * @returns `undefined` for a file that is none
 */
export function bmffKind(head: Uint8Array): BmffKind | undefined {
  const type = fourCc(head, TYPE_AT);
  const size = head.length < BRAND_BYTES ? 0 : new DataView(head.buffer, head.byteOffset).getUint32(0);
  if (QUICKTIME_FIRST_BOXES.includes(type)) return isSize(size) ? 'quicktime' : undefined;
  if (SEGMENT_FIRST_BOXES.includes(type)) return isSize(size) ? 'mp4' : undefined;
  if (!FILE_TYPES.includes(type)) return undefined;
  const brands = [fourCc(head, MAJOR_AT)];
  for (let at = COMPATIBLE_AT; at + BRAND_BYTES <= Math.min(size, head.length); at += BRAND_BYTES)
    brands.push(fourCc(head, at));
  return kindOf(brands);
}

/** A box of no size runs to the end, 1 says that a long size follows, a header takes eight bytes. */
const isSize = (size: number): boolean => size === 0 || size === 1 || size >= 8;

function kindOf([major = '', ...compatible]: readonly string[]): BmffKind {
  if (AVIF_BRANDS.includes(major)) return 'avif';
  if (major === QUICKTIME_BRAND) return 'quicktime';
  // Other pictures, AVIF among them, may have `mif1` as their major brand.
  const picture = HEIF_BRANDS.includes(major);
  if (picture && compatible.some((brand) => AVIF_BRANDS.includes(brand))) return 'avif';
  return picture ? 'heif' : 'mp4';
}

function fourCc(head: Uint8Array, at: number): string {
  let text = '';
  for (const end = Math.min(at + BRAND_BYTES, head.length); text.length + at < end; )
    text += String.fromCharCode(head[at + text.length] ?? 0);
  return text;
}
