import type { Parse } from '../bytes/parse';

/** Media containers we can walk. The id is the file name in `formats/`. */
export const MEDIA_CONTAINER_IDS = [
  'jpeg',
  'png',
  'webp',
  'heif',
  'avif',
  'mp4',
  'quicktime',
  'gif',
  'jxl',
  'bmp',
  'tiff',
  'svg',
  'mp3',
  'aac',
  'wav',
  'avi',
  'flac',
  'ogg',
  'webm',
  'flv',
] as const;
export type MediaContainerId = (typeof MEDIA_CONTAINER_IDS)[number];

/** Documents we can walk. The id is the file name in `documents/`. */
export const DOCUMENT_IDS = ['pdf', 'zip', 'sfnt', 'c2pa', 'html', 'text'] as const;
export type DocumentId = (typeof DOCUMENT_IDS)[number];

export const CONTAINER_IDS = [...MEDIA_CONTAINER_IDS, ...DOCUMENT_IDS] as const;
export type ContainerId = (typeof CONTAINER_IDS)[number];

/** A range of the file: absolute offset and length in bytes. */
export type Span = { readonly offset: number; readonly length: number };

/**
 * What a block's payload language is, never what it says.
 *
 * - `xmp`: an XMP packet · `xmp-extended`: the joined extended XMP of a JPEG (`guid` in `key`)
 * - `exif`: a TIFF header and what follows · `iptc`: Photoshop image resources (8BIM) holding IIM
 * - `png-text`: the data of a tEXt, iTXt or zTXt chunk (`key` = chunk type)
 * - `iim`: IIM records without resources around them · `tiff-text`: the value of a TIFF tag that is text (`key` =
 *   byte order and number: `II:270`)
 * - `mp4-tag`: the value of a tag in an ISO base media or QuickTime file, text (`key` = its name)
 * - `id3`: an ID3v2 frame behind its header (`key` = its id) or a whole ID3v1 tag (`key` = `ID3v1`) · `ape`: the
 *   value of an APE item · `riff-info`: the text of a RIFF chunk (`key` = its id)
 * - `vorbis-comment`: a Vorbis comment header behind its codec's mark · `ebml`: the content of a Matroska element
 *   (`key` = `Tags` or `Info`) · `amf`: the data of an FLV script tag
 * - `samsung-entry`: the value of an entry in Samsung's trailer, text (`key` = its name)
 * - `document-property`: the UTF-8 text of a property of a document (`key` = its name)
 * - `document-xml`: an XML part of a document that names properties (`key` = its vocabulary: `ooxml-custom`, `odf-meta`,
 *   `opf`)
 * - `jumbf`: a JUMBF superbox (`key` = `update` where it adds to another store of the file) · `comment`: a JPEG COM segment or another bare text segment
 */
export type BlockKind =
  | 'xmp'
  | 'xmp-extended'
  | 'exif'
  | 'iptc'
  | 'png-text'
  | 'jumbf'
  | 'comment'
  | 'mp4-tag'
  | 'iim'
  | 'tiff-text'
  | 'id3'
  | 'ape'
  | 'riff-info'
  | 'vorbis-comment'
  | 'ebml'
  | 'amf'
  | 'samsung-entry'
  | 'document-property'
  | 'document-xml';

/**
 * A metadata block a container holds: where its payload sits. The spans, in order and joined, are the payload
 * (a format may split it: APP11 JUMBF, extended XMP). Nothing of the payload is read or interpreted here.
 */
export type Block = {
  readonly kind: BlockKind;
  /** Container path for people, outermost first: `['JPEG', 'APP1', 'XMP']`. */
  readonly path: readonly string[];
  readonly spans: readonly [Span, ...Span[]];
  readonly key?: string;
  /** How the payload is written where its kind alone does not say: in an alphabet, in another encoding of text. */
  readonly encoding?: 'base64' | 'utf-16be';
  /**
   * The payload itself, where a document holds it compressed or in another notation and it had to be decoded to be
   * found. The spans then are where it came from.
   */
  readonly content?: Uint8Array;
};

/** One container format: one file in `formats/` (of a document: in `documents/`), default-exported. */
export type ContainerFormat<Id extends ContainerId = MediaContainerId> = {
  readonly id: Id;
  /** Name in evidence paths: `JPEG`, `PNG`, `WebP`. */
  readonly name: string;
  /**
   * Whether the first bytes of a file (up to 64 of them) are this format's. Where they begin with ID3v2 tags,
   * which audio formats of several kinds allow, `behindId3` is what stands behind them.
   */
  sniff(head: Uint8Array, behindId3?: Uint8Array): boolean;
  /**
   * Walks the file's structure and emits every metadata block, in file order. Blocks emitted before a fault
   * stay valid. `size` is the file's size where known.
   */
  walk(emit: (block: Block) => void, size: number | undefined): Parse<void>;
};
