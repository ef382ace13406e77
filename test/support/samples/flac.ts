import { asBytes, bytes, concat, latin1, noise, u32be, u32le } from './bytes';

/** Builders for FLAC files and Vorbis comments. */

/** Metadata block types (RFC 9639, 8.1). */
export const FLAC_TYPE = { streamInfo: 0, padding: 1, application: 2, comment: 4, picture: 6 } as const;

/** One metadata block; {@link flac} sets the flag of the last one. */
export const flacBlock = (type: number, payload: Uint8Array): Uint8Array =>
  concat(bytes(type), u32be(payload.length).subarray(1), payload);

/** A comment header as FLAC has it; in Vorbis and Opus it stands behind the codec's mark. */
export const vorbisComments = (
  entries: readonly (string | Uint8Array)[],
  { vendor = 'test', count = entries.length }: { readonly vendor?: string; readonly count?: number } = {},
): Uint8Array => {
  const texts = entries.map(asBytes).map((text) => concat(u32le(text.length), text));
  return concat(u32le(vendor.length), latin1(vendor), u32le(count), ...texts);
};

export const flacComments = (...entries: readonly (string | Uint8Array)[]): Uint8Array =>
  flacBlock(FLAC_TYPE.comment, vorbisComments(entries));

/** An APPLICATION block: id of four characters and data. */
export const application = (id: string, data: Uint8Array): Uint8Array =>
  flacBlock(FLAC_TYPE.application, concat(latin1(id), data));

/** Offset of the first block given to {@link flac} where there are no tags in front. */
export const FIRST_FLAC_BLOCK_OFFSET = 42;

export type FlacParts = {
  /** ID3v2 tags in front of the signature. */
  readonly tags?: readonly Uint8Array[];
  readonly blocks?: readonly Uint8Array[];
  readonly sound?: Uint8Array;
};

/** A FLAC file with its stream information; the sound is not decodable. */
export const flac = ({ tags = [], blocks = [], sound = noise(100) }: FlacParts = {}): Uint8Array => {
  const all = [flacBlock(FLAC_TYPE.streamInfo, new Uint8Array(34)), ...blocks];
  const marked = all.map((block, index) =>
    concat(bytes((block[0] ?? 0) | (index === all.length - 1 ? 0x80 : 0)), block.subarray(1)),
  );
  return concat(...tags, latin1('fLaC'), ...marked, sound);
};
