/** TIFF field types (TIFF 6.0 §2, Exif 3.0 §4.6.2) that text and embedded blocks are stored in. */
export const TIFF_BYTE = 1;
export const TIFF_ASCII = 2;
export const TIFF_LONG = 4;
export const TIFF_UNDEFINED = 7;
export const TIFF_IFD = 13;

/** Bytes per value of the types above. */
export const TIFF_TYPE_BYTES: ReadonlyMap<number, number> = new Map([
  [TIFF_BYTE, 1],
  [TIFF_ASCII, 1],
  [TIFF_LONG, 4],
  [TIFF_UNDEFINED, 1],
  [TIFF_IFD, 4],
]);

/** Exif 3.0 §4.6.3: pointer from IFD0 to the Exif IFD. */
export const EXIF_IFD_POINTER = 0x8769;

/** Exif 3.0 §4.6.5: text with its character code in the first eight bytes. */
export const USER_COMMENT = 0x9286;

/** XMP Specification Part 3 §1.1.4 and TIFF/EP: blocks that TIFF files keep in a tag. */
export const XMP_TAG = 0x02bc;
export const IPTC_TAG = 0x83bb;

/** Windows Explorer's tags. */
export const XP_TITLE = 0x9c9b;
export const XP_COMMENT = 0x9c9c;
export const XP_AUTHOR = 0x9c9d;
export const XP_KEYWORDS = 0x9c9e;
export const XP_SUBJECT = 0x9c9f;

/** Whether a tag is one of Windows Explorer's, whose text is UTF-16LE in bytes. */
export const isExplorerTag = (tag: number): boolean => tag >= XP_TITLE && tag <= XP_SUBJECT;

/** Tags whose text is read, with their names in TIFF 6.0 and Exif 3.0. */
const TEXT_TAGS: ReadonlyMap<number, string> = new Map([
  [0x010d, 'DocumentName'],
  [0x010e, 'ImageDescription'],
  [0x010f, 'Make'],
  [0x0110, 'Model'],
  [0x0131, 'Software'],
  [0x013b, 'Artist'],
  [0x8298, 'Copyright'],
  [USER_COMMENT, 'UserComment'],
  [XP_TITLE, 'XPTitle'],
  [XP_COMMENT, 'XPComment'],
  [XP_AUTHOR, 'XPAuthor'],
  [XP_KEYWORDS, 'XPKeywords'],
  [XP_SUBJECT, 'XPSubject'],
]);

/**
 * ComfyUI writes `prompt:{…}` into Model (0x0110) of a WebP and counts down from Make (0x010F) for each further
 * `name:{…}`, whatever the tag means. Where such a tag is ASCII it is text.
 */
const COUNTED_DOWN = { first: 0x0100, last: 0x0110 } as const;

const isCountedDown = (tag: number): boolean => tag >= COUNTED_DOWN.first && tag <= COUNTED_DOWN.last;

/** Name of a tag in evidence: as in the specification, else `0x010C`. */
export function exifTagName(tag: number): string {
  return TEXT_TAGS.get(tag) ?? `0x${tag.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether a tag may be one we read, whatever its type: the few that matter of a camera's dozens. */
export const isKnownTag = (tag: number): boolean =>
  TEXT_TAGS.has(tag) || isCountedDown(tag) || tag === XMP_TAG || tag === IPTC_TAG || tag === EXIF_IFD_POINTER;

/** Whether a directory entry of this tag and type is one we read. */
export function isWantedEntry(tag: number, type: number): boolean {
  if (tag === XMP_TAG || tag === IPTC_TAG) return TIFF_TYPE_BYTES.has(type);
  if (isCountedDown(tag)) return type === TIFF_ASCII;
  return TEXT_TAGS.has(tag) && (type === TIFF_ASCII || type === TIFF_BYTE || type === TIFF_UNDEFINED);
}
