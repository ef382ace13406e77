import { asBytes, bytes, concat, latin1, noise, u32le } from './bytes';
import { riffChunk } from './webp';

/** Builders for WAV and AVI files. */

/** A LIST of a type: `INFO`, `hdrl`, `movi`. */
export const list = (type: string, ...chunks: readonly Uint8Array[]): Uint8Array =>
  riffChunk('LIST', concat(latin1(type), ...chunks));

/** One text of a LIST/INFO, ended by NUL as the format has it. */
export const info = (type: string, text: string): Uint8Array => riffChunk(type, asBytes(`${text}\0`));

export type RiffParts = {
  /** Chunks in front of the sound or the frames. */
  readonly before?: readonly Uint8Array[];
  /** The sound chunk or the list of frames. */
  readonly content?: Uint8Array;
  /** Chunks behind. */
  readonly after?: readonly Uint8Array[];
  /** What the header says instead of the truth. */
  readonly riffSize?: number;
  readonly magic?: string;
  /** Bytes behind the form. */
  readonly trailer?: Uint8Array;
};

/** A form: magic, size, type, chunks. */
export const form = (type: string, parts: RiffParts): Uint8Array => {
  const { before = [], content = bytes(), after = [], magic = 'RIFF', trailer = bytes() } = parts;
  const body = concat(latin1(type), ...before, content, ...after);
  return concat(latin1(magic), u32le(parts.riffSize ?? body.length), body, trailer);
};

/** 16-bit PCM, mono, 44.1 kHz. */
const FMT = riffChunk('fmt ', concat(bytes(1, 0, 1, 0), u32le(44_100), u32le(88_200), bytes(2, 0, 16, 0)));

/** Offset of the first of `before` in what {@link wav} makes. */
export const FIRST_WAV_CHUNK_OFFSET = 36;

/** A whole WAV. `wav()` is ten samples. */
export const wav = ({ before = [], content = riffChunk('data', noise(20)), ...parts }: RiffParts = {}) =>
  form('WAVE', { before: [FMT, ...before], content, ...parts });

const HDRL = list('hdrl', riffChunk('avih', noise(56)));

/** An AVI with its two lists; not decodable. */
export const avi = (parts: RiffParts = {}): Uint8Array => {
  const { before = [], content = list('movi', riffChunk('00dc', noise(50))), ...others } = parts;
  return form('AVI ', { before: [HDRL, ...before], content, ...others });
};

/** Offset of the first of `before` in what {@link avi} makes. */
export const FIRST_AVI_CHUNK_OFFSET = 12 + HDRL.length;
