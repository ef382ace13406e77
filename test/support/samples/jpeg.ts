import { asBytes, bytes, concat, latin1, u16be, u32be, u64be } from './bytes';

/** Builders for JPEG files (ITU-T T.81) and their metadata segments. */

/** Marker second bytes used by the builders. */
export const MARKER = { com: 0xfe, app0: 0xe0, app1: 0xe1, app9: 0xe9, app11: 0xeb, app13: 0xed } as const;

/** One marker segment: `FF marker`, length (which counts itself), payload. */
export const segment = (marker: number, payload: Uint8Array): Uint8Array =>
  concat(bytes(0xff, marker), u16be(payload.length + 2), payload);

/** APP1 with an XMP packet (XMP part 3, 1.1.3). */
export const app1Xmp = (packet: string | Uint8Array): Uint8Array =>
  segment(MARKER.app1, concat(latin1('http://ns.adobe.com/xap/1.0/\0'), asBytes(packet)));

/** APP1 with EXIF; `tiff` starts at the TIFF header (`II*\0` or `MM\0*`). */
export const app1Exif = (tiff: Uint8Array): Uint8Array =>
  segment(MARKER.app1, concat(latin1('Exif\0\0'), tiff));

/** One part of an extended XMP packet (XMP part 3, 1.1.3.1). */
export const app1XmpPart = (guid: string, total: number, offset: number, part: Uint8Array): Uint8Array =>
  segment(
    MARKER.app1,
    concat(latin1(`http://ns.adobe.com/xmp/extension/\0${guid}`), u32be(total), u32be(offset), part),
  );

/** An extended XMP packet split into segments of `partBytes`. `guid` is 32 upper-case hex digits. */
export const app1ExtendedXmp = (
  guid: string,
  packet: string | Uint8Array,
  partBytes = 65_000,
): Uint8Array[] =>
  slices(asBytes(packet), partBytes).map(({ at, part, total }) => app1XmpPart(guid, total, at, part));

/** APP13 with Photoshop image resources; give several to split one resource block over segments. */
export const app13 = (resources: Uint8Array): Uint8Array =>
  segment(MARKER.app13, concat(latin1('Photoshop 3.0\0'), resources));

/** One Photoshop image resource (`8BIM`, id, empty name, data, even padding). 0x0404 holds IIM. */
export const photoshopResource = (id: number, data: Uint8Array): Uint8Array =>
  concat(latin1('8BIM'), u16be(id), bytes(0, 0), u32be(data.length), data, new Uint8Array(data.length % 2));

/** One IIM dataset with the short length form (IIM 4.2, 1.6). */
export const iimDataset = (record: number, dataset: number, value: string | Uint8Array): Uint8Array => {
  const content = asBytes(value);
  return concat(bytes(0x1c, record, dataset), u16be(content.length), content);
};

/** APP13 holding IIM datasets in the resource where readers look for them. */
export const app13Iptc = (...datasets: readonly Uint8Array[]): Uint8Array =>
  app13(photoshopResource(0x0404, concat(...datasets)));

export type JumbfSplit = { readonly partBytes?: number; readonly instance?: number; readonly long?: boolean };

/**
 * A JUMBF superbox split over APP11 segments (ISO/IEC 19566-5, D.2). Every segment repeats the box header.
 *
 * @param box the whole box with its own header (LBox, TBox, and XLBox when `long`)
 */
export const app11Jumbf = (box: Uint8Array, split: JumbfSplit = {}): Uint8Array[] => {
  const { partBytes = 65_000, instance = 1, long = false } = split;
  const header = box.subarray(0, long ? 16 : 8);
  return slices(box.subarray(header.length), partBytes).map(({ part }, index) =>
    segment(MARKER.app11, concat(latin1('JP'), u16be(instance), u32be(index + 1), header, part)),
  );
};

/** A box with a 32-bit or, when `long`, a 64-bit size (ISO/IEC 14496-12, 4.2; JUMBF uses the same). */
export const box = (type: string, payload: Uint8Array, long = false): Uint8Array =>
  long
    ? concat(u32be(1), latin1(type), u64be(payload.length + 16), payload)
    : concat(u32be(payload.length + 8), latin1(type), payload);

/** COM segment. */
export const com = (text: string | Uint8Array): Uint8Array => segment(MARKER.com, asBytes(text));

/** APP9 with a bare label glued to its JSON: `AIGC{…}`. */
export const app9Aigc = (json: string): Uint8Array => segment(MARKER.app9, asBytes(`AIGC${json}`));

export type JpegParts = {
  /** Segments between APP0 and the tables. */
  readonly segments?: readonly Uint8Array[];
  /** Entropy-coded bytes; the default decodes to one grey pixel. */
  readonly scan?: Uint8Array;
  /** Bytes behind EOI. */
  readonly trailer?: Uint8Array;
};

/** A whole, decodable JPEG of one grey pixel with the given segments. `jpeg()` is the smallest one. */
export const jpeg = ({ segments = [], scan = bytes(0x3f), trailer = bytes() }: JpegParts = {}): Uint8Array =>
  concat(SOI, JFIF, ...segments, QUANTIZATION, FRAME, DC_TABLE, AC_TABLE, SCAN, scan, EOI, trailer);

/** Offset of the first of `segments` in what {@link jpeg} makes. */
export const FIRST_SEGMENT_OFFSET = 20;

export const SOI = bytes(0xff, 0xd8);
export const EOI = bytes(0xff, 0xd9);
const JFIF = segment(MARKER.app0, concat(latin1('JFIF\0'), bytes(1, 1, 0, 0, 1, 0, 1, 0, 0)));
const QUANTIZATION = segment(0xdb, concat(bytes(0), new Uint8Array(64).fill(1)));
const FRAME = segment(0xc0, bytes(8, 0, 1, 0, 1, 1, 1, 0x11, 0));
/** One code of one bit, symbol 0: enough for one flat block. */
const huffman = (tableClass: number) =>
  segment(0xc4, concat(bytes(tableClass, 1), new Uint8Array(15), bytes(0)));
const DC_TABLE = huffman(0x00);
const AC_TABLE = huffman(0x10);
const SCAN = segment(0xda, bytes(1, 1, 0, 0, 63, 0));

type Slice = { readonly at: number; readonly part: Uint8Array; readonly total: number };

const slices = (whole: Uint8Array, partBytes: number): Slice[] => {
  const made: Slice[] = [];
  for (let at = 0; at < whole.length; at += partBytes)
    made.push({ at, part: whole.subarray(at, at + partBytes), total: whole.length });
  return made;
};
