import { asBytes, bytes, concat, latin1, noise, u16be, u32be } from './bytes';
import { box } from './jpeg';

/** Builders for files of boxes (ISO/IEC 14496-12; QuickTime File Format): MP4, QuickTime, HEIF, AVIF. */

/** A box of the given parts. */
export const boxOf = (type: string, ...parts: readonly Uint8Array[]): Uint8Array =>
  box(type, concat(...parts));

/** A FullBox: version, flags 0, then the parts. */
export const fullBox = (type: string, version: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  boxOf(type, bytes(version, 0, 0, 0), ...parts);

export const ftyp = (major: string, ...compatible: readonly string[]): Uint8Array =>
  boxOf('ftyp', latin1(major), u32be(0), ...compatible.map(latin1));

/** Media data that looks like nothing. */
export const mdat = (length = 500): Uint8Array => boxOf('mdat', noise(length));

const XMP_UUID = 'be7acfcb97a942e89c71999491e3afac';
const C2PA_UUID = 'd8fec3d61b0e483c92975828877ec481';
const hex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits, 'hex'));

export const uuidXmp = (packet: string | Uint8Array): Uint8Array =>
  boxOf('uuid', hex(XMP_UUID), asBytes(packet));

/** The C2PA box (C2PA A.5.1); `offset` is the Merkle offset, left out by some early writers. */
export const uuidC2pa = (store: Uint8Array, purpose = 'manifest', offset = true): Uint8Array =>
  boxOf('uuid', hex(C2PA_UUID), u32be(0), latin1(`${purpose}\0`), new Uint8Array(offset ? 8 : 0), store);

export const handler = (type: string): Uint8Array =>
  fullBox('hdlr', 0, u32be(0), latin1(type), new Uint8Array(13));

/** A value atom; `type` 1 is UTF-8, 2 UTF-16BE. */
export const data = (value: string | Uint8Array, type = 1): Uint8Array =>
  boxOf('data', u32be(type), u32be(0), asBytes(value));

/** A `keys` box of names in the `mdta` namespace. */
export const keys = (...names: readonly string[]): Uint8Array =>
  fullBox('keys', 0, u32be(names.length), ...names.map((name) => boxOf('mdta', asBytes(name))));

/** One item of a tag list: its type in four characters, or the number of its key. */
export const tag = (type: string | number, ...parts: readonly Uint8Array[]): Uint8Array =>
  typeof type === 'string'
    ? boxOf(type, ...parts)
    : concat(u32be(concat(...parts).length + 8), u32be(type), ...parts);

/** An item whose name is spelled out, as iTunes writes it. */
export const freeform = (name: string, value: string | Uint8Array, type = 1): Uint8Array =>
  tag(
    '----',
    fullBox('mean', 0, latin1('com.apple.iTunes')),
    fullBox('name', 0, asBytes(name)),
    data(value, type),
  );

/** A `meta` box in the ISO form, with version and flags. */
export const meta = (...parts: readonly Uint8Array[]): Uint8Array => fullBox('meta', 0, ...parts);

/** A `meta` box in the QuickTime form, without. */
export const bareMeta = (...parts: readonly Uint8Array[]): Uint8Array => boxOf('meta', ...parts);

/** Tags with keys: `handler`, `keys`, `ilst`. */
export const mdtaMeta = (tags: Readonly<Record<string, string>>, form = meta): Uint8Array =>
  form(
    handler('mdta'),
    keys(...Object.keys(tags)),
    boxOf('ilst', ...Object.values(tags).map((value, index) => tag(index + 1, data(value)))),
  );

/** Tags without keys, as iTunes writes them. */
export const mdirMeta = (...items: readonly Uint8Array[]): Uint8Array =>
  meta(handler('mdir'), boxOf('ilst', ...items));

/** QuickTime's own user data text. */
export const userText = (type: string, text: string): Uint8Array =>
  boxOf(type, u16be(asBytes(text).length), u16be(0x55c4), asBytes(text));

export const udta = (...parts: readonly Uint8Array[]): Uint8Array => boxOf('udta', ...parts);

/** A movie box: header, one track, then the parts. */
export const moov = (...parts: readonly Uint8Array[]): Uint8Array =>
  boxOf('moov', fullBox('mvhd', 0, new Uint8Array(96)), boxOf('trak', noise(60, 7)), ...parts);

/** An item of a picture: `offset` and `length` of its one extent, counted from where `method` says. */
export type PictureItem = {
  readonly id: number;
  readonly type: string;
  /** Media type of a `mime` item, and its content encoding. */
  readonly mime?: string;
  readonly encoding?: string;
  readonly method?: number;
  readonly extents: readonly (readonly [offset: number, length: number])[];
};

export const iinf = (...items: readonly PictureItem[]): Uint8Array =>
  fullBox('iinf', 0, u16be(items.length), ...items.map(infe));

const infe = ({ id, type, mime, encoding }: PictureItem): Uint8Array => {
  const tail = mime === undefined ? '' : `${mime}\0${encoding === undefined ? '' : `${encoding}\0`}`;
  return fullBox('infe', 2, u16be(id), u16be(0), latin1(type), latin1(`\0${tail}`));
};

/** Item locations, version 1: offsets and lengths of four bytes, no base. */
export const iloc = (...items: readonly PictureItem[]): Uint8Array =>
  fullBox('iloc', 1, bytes(0x44, 0x00), u16be(items.length), ...items.map(location));

const location = ({ id, method = 0, extents }: PictureItem): Uint8Array =>
  concat(
    u16be(id),
    u16be(method),
    u16be(0),
    u16be(extents.length),
    ...extents.map(([offset, length]) => concat(u32be(offset), u32be(length))),
  );

/** A picture file: `meta` made for the offset of the media data, which holds `payloads` one after the other. */
export type PictureParts = {
  readonly brands: readonly [string, ...string[]];
  /** Items that lie in the media data, each with its bytes. */
  readonly items?: readonly (Omit<PictureItem, 'extents'> & { readonly payload: Uint8Array })[];
  /** An XMP packet in the `meta` box itself (`idat`). */
  readonly idat?: string;
  /** Boxes between `ftyp` and `meta`. */
  readonly before?: readonly Uint8Array[];
};

/** A whole picture with the given items; its image is noise behind them. */
export const picture = ({ brands, items = [], idat, before = [] }: PictureParts): Uint8Array => {
  const [major, ...compatible] = brands;
  const head = concat(ftyp(major, ...compatible), ...before);
  const metaFor = (at: number): Uint8Array => {
    const placed = items.map(({ payload, ...item }, index): PictureItem => {
      const offset = items.slice(0, index).reduce((sum, { payload: { length } }) => sum + length, at);
      return { ...item, extents: [[offset, payload.length]] };
    });
    const all = [...placed, ...(idat === undefined ? [] : [inMeta(asBytes(idat).length)])];
    const tables = [iloc(IMAGE, ...all), iinf(IMAGE, ...all)];
    return meta(handler('pict'), ...tables, ...(idat === undefined ? [] : [boxOf('idat', asBytes(idat))]));
  };
  const dataAt = head.length + metaFor(0).length + 8;
  return concat(head, metaFor(dataAt), boxOf('mdat', ...items.map(({ payload }) => payload), noise(200)));
};

const IMAGE: PictureItem = { id: 1, type: 'av01', extents: [[0, 1]] };
const inMeta = (length: number): PictureItem => ({
  id: 99,
  type: 'mime',
  mime: 'application/rdf+xml',
  method: 1,
  extents: [[0, length]],
});

/** An XMP item. */
export const xmpItem = (id: number, packet: string | Uint8Array) => ({
  id,
  type: 'mime',
  mime: 'application/rdf+xml',
  payload: asBytes(packet),
});

/** An EXIF item; `prefix` stands between the offset and the TIFF header. */
export const exifItem = (id: number, tiff: Uint8Array, prefix = bytes()) => ({
  id,
  type: 'Exif',
  payload: concat(u32be(prefix.length), prefix, tiff),
});
