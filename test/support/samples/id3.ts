import { asBytes, bytes, concat, latin1, u16be, u32be } from './bytes';

/** Builders for ID3v2 tags (versions 2.2, 2.3 and 2.4), ID3v1 and APEv2 tags. */

export type Id3Version = 2 | 3 | 4;

/** A size of four bytes with seven bits each. */
export const synchsafe = (value: number): Uint8Array =>
  bytes((value >> 21) & 0x7f, (value >> 14) & 0x7f, (value >> 7) & 0x7f, value & 0x7f);

/** Puts a zero behind every 0xFF, as unsynchronisation does where a decoder could see a sync. */
export const stuffed = (content: Uint8Array): Uint8Array =>
  Uint8Array.from([...content].flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte])));

/** Text behind its encoding byte 3, UTF-8. */
export const utf8Text = (...texts: readonly string[]): Uint8Array =>
  concat(bytes(3), asBytes(texts.join('\0')));

/** One frame: id, size as its version writes it, flags, content. */
export const id3Frame = (id: string, content: Uint8Array, version: Id3Version = 4, flags = 0): Uint8Array => {
  if (version === 2) return concat(latin1(id), u32be(content.length).subarray(1), content);
  const size = version === 4 ? synchsafe(content.length) : u32be(content.length);
  return concat(latin1(id), size, u16be(flags), content);
};

export const txxx = (description: string, value: string, version: Id3Version = 4): Uint8Array =>
  id3Frame(version === 2 ? 'TXX' : 'TXXX', utf8Text(description, value), version);

/** COMM in English; `description` is empty in most files. */
export const comm = (text: string, description = '', version: Id3Version = 4): Uint8Array =>
  id3Frame('COMM', concat(bytes(3), latin1('eng'), asBytes(`${description}\0${text}`)), version);

/** GEOB with a C2PA store, as c2pa-rs writes it. */
export const geob = (box: Uint8Array, type = 'application/c2pa', version: Id3Version = 4): Uint8Array =>
  id3Frame('GEOB', concat(bytes(0), latin1(`${type}\0c2pa\0c2pa manifest store\0`), box), version);

export const privXmp = (packet: string, version: Id3Version = 4): Uint8Array =>
  id3Frame('PRIV', concat(latin1('XMP\0'), asBytes(packet)), version);

export type Id3Options = {
  readonly version?: Id3Version;
  readonly flags?: number;
  readonly padding?: number;
  /** What the header says instead of the truth. */
  readonly size?: number;
};

/** A whole tag; with flag 0x10 (2.4) its footer follows. */
export const id3Tag = (frames: readonly Uint8Array[], options: Id3Options = {}): Uint8Array => {
  const { version = 4, flags = 0, padding = 0 } = options;
  const body = concat(...frames, new Uint8Array(padding));
  const rest = concat(bytes(version, 0, flags), synchsafe(options.size ?? body.length));
  const footer = (flags & 0x10) !== 0 ? concat(latin1('3DI'), rest) : bytes();
  return concat(latin1('ID3'), rest, body, footer);
};

/** An ID3v1 tag of 128 bytes. */
export const id3v1 = (title: string, comment: string): Uint8Array => {
  const tag = new Uint8Array(128);
  tag.set(latin1('TAG'));
  tag.set(latin1(title), 3);
  tag.set(latin1(comment), 97);
  return tag;
};

const u32leBytes = (value: number): Uint8Array => u32be(value).toReversed();

/** An item of an APE tag; flags 2 make it binary. */
export const apeItem = (key: string, value: string, flags = 0): Uint8Array =>
  concat(u32leBytes(asBytes(value).length), u32leBytes(flags), latin1(`${key}\0`), asBytes(value));

/** An APEv2 tag with a footer only; `size` and `count` may lie. */
export const apeTag = (
  items: readonly Uint8Array[],
  { size, count }: { readonly size?: number; readonly count?: number } = {},
): Uint8Array => {
  const body = concat(...items);
  const head = concat(latin1('APETAGEX'), u32leBytes(2000), u32leBytes(size ?? body.length + 32));
  return concat(body, head, u32leBytes(count ?? items.length), new Uint8Array(12));
};
