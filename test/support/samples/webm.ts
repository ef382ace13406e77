import { asBytes, bytes, concat, noise, u32be } from './bytes';

/** Builders for WebM and Matroska files. */

const idBytes = (id: number): Uint8Array => {
  const whole = u32be(id);
  return whole.subarray(whole.findIndex((byte) => byte !== 0));
};

/** A size of eight bytes; `undefined` says that it is not known. */
export const vint8 = (size: number | undefined): Uint8Array =>
  size === undefined ? bytes(1, 255, 255, 255, 255, 255, 255, 255) : concat(bytes(1, 0, 0, 0), u32be(size));

/** An element with its size in eight bytes, or of unknown size. */
export const element = (
  id: number,
  content: Uint8Array,
  size: number | undefined = content.length,
): Uint8Array => concat(idBytes(id), vint8(size), content);

/** An element of unknown size. */
export const openElement = (id: number, content: Uint8Array): Uint8Array =>
  concat(idBytes(id), vint8(undefined), content);

export const simpleTag = (name: string, value: string, ...nested: readonly Uint8Array[]): Uint8Array =>
  element(0x67c8, concat(element(0x45a3, asBytes(name)), element(0x4487, asBytes(value)), ...nested));

/** A Tags element of one Tag. */
export const tags = (...simple: readonly Uint8Array[]): Uint8Array =>
  element(0x1254c367, element(0x7373, concat(element(0x63c0, bytes()), ...simple)));

export const segmentInfo = (title: string, app = 'test'): Uint8Array =>
  element(0x1549a966, concat(element(0x7ba9, asBytes(title)), element(0x5741, asBytes(app))));

export const cluster = (length = 200): Uint8Array =>
  element(0x1f43b675, concat(element(0xe7, bytes(0)), element(0xa3, noise(length))));

export const cues = (length = 20): Uint8Array => element(0x1c53bb6b, noise(length));
export const attachments = (length: number): Uint8Array => element(0x1941a469, noise(length));

/** A SeekHead; positions count from the content of the segment. Each entry takes the same room. */
export const seekHead = (...entries: readonly (readonly [id: number, position: number])[]): Uint8Array =>
  element(
    0x114d9b74,
    concat(
      ...entries.map(([id, position]) =>
        element(0x4dbb, concat(element(0x53ab, u32be(id)), element(0x53ac, u32be(position)))),
      ),
    ),
  );

export const EBML_HEADER = element(0x1a45dfa3, element(0x4282, asBytes('webm')));
/** Where the content of the segment begins in what {@link webm} makes. */
export const SEGMENT_OFFSET = EBML_HEADER.length + 12;

/** What an index takes, and each of its entries. */
const INDEX_BYTES = 12;
const SEEK_ENTRY_BYTES = 38;

export type WebmParts = {
  readonly elements?: readonly Uint8Array[];
  /** Ids of elements that the index names; the first of each is taken. */
  readonly indexed?: readonly number[];
  /** The segment's size is not known. */
  readonly open?: boolean;
  readonly size?: number;
};

/** A whole file of the given elements; `webm()` has a track list and one cluster. */
export const webm = ({ elements = [cluster()], indexed, open = false, size }: WebmParts = {}): Uint8Array => {
  const tracks = element(0x1654ae6b, noise(30));
  const all = [tracks, ...elements];
  const content = concat(...(indexed === undefined ? [] : [indexOf(all, indexed)]), ...all);
  const segment = open
    ? openElement(0x18538067, content)
    : element(0x18538067, content, size ?? content.length);
  return concat(EBML_HEADER, segment);
};

function indexOf(elements: readonly Uint8Array[], indexed: readonly number[]): Uint8Array {
  const own = INDEX_BYTES + SEEK_ENTRY_BYTES * indexed.length;
  const entries = indexed.map((id) => {
    const at = elements.findIndex((one) => String(one.subarray(0, 4)) === String(u32be(id)));
    return [id, elements.slice(0, at).reduce((sum, { length }) => sum + length, own)] as const;
  });
  return seekHead(...entries);
}
