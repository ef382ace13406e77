import type { FileText } from '../bytes/file-text';
import type { C2paStore } from '../c2pa/manifest-store';
import type { ContainerId } from '../containers/container';

/** Where in a file something was read. */
export type Place = {
  /** Path for people, outermost first, joined with ` › ` on screen: `['JPEG', 'APP1', 'XMP', 'TC260:AIGC']`. */
  readonly path: readonly string[];
  /** Absolute offset in the file of the block (or of the value, where that is known); absent for pages. */
  readonly offset?: number;
};

/** The payload languages a field can come from. */
export type FieldLanguage =
  | 'xmp'
  | 'exif'
  | 'iim'
  | 'png-text'
  | 'comment'
  | 'mp4-tag'
  | 'id3'
  | 'ape'
  | 'riff'
  | 'vorbis'
  | 'ebml'
  | 'amf'
  | 'samsung'
  | 'document';

/**
 * One name and its text, as a file states it.
 *
 * `name`: for XMP `{namespace URI}localName`; for EXIF the tag name (`UserComment`, `ImageDescription`,
 * `Software`, `Make`, `Model`, `Artist`, `DocumentName`); for IIM `record:dataset` (`2:110`); for PNG text the
 * keyword; for a tag of MP4 or QuickTime the name its key gives or its four-character code (`#1` where it only
 * counts, without keys); for a bare comment or segment the segment name (`COM`, `APP9`); for ID3v2 the
 * frame (`TIT2`; `TXXX:description`, `COMM:description` where described), for ID3v1 `ID3v1:title`; for RIFF the
 * chunk (`AIGC`, `ICMT`); for Vorbis comments and APE items the key in upper case; for Matroska the tag name or
 * the element (`Title`, `WritingApp`); for FLV scripts the property, nested ones joined by dots; for Samsung's
 * trailer the entry (`PEg_Info`); for documents the property (`AIGC`).
 */
export type Field = {
  readonly language: FieldLanguage;
  readonly name: string;
  readonly value: FileText;
  readonly place: Place;
};

/** Something that stood in the way of reading one block; the others go on. */
export type BlockFault = {
  readonly place: Place;
  readonly state: 'truncated' | 'malformed' | 'over-budget' | 'internal';
  readonly why: string;
};

/** Everything a file says about itself, before anyone asks what it means. JSON-safe. */
export type MediaFacts = {
  readonly container: ContainerId;
  readonly fields: readonly Field[];
  /** The C2PA manifest store, where one is embedded and readable. */
  readonly c2pa?: C2paStore;
  readonly faults: readonly BlockFault[];
};
