import { concat, u16be, u16le, u32be, u32le } from '../samples/bytes';

/** A repeatable choice from 0 to `below` − 1. */
export type Random = (below: number) => number;

/** Marsaglia's xorshift: the same seed gives the same choices on every machine. */
export const seeded = (seed: number): Random => {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
};

type Mutation = (file: Uint8Array, random: Random) => Uint8Array;

const LENGTHS = [0, 1, 2, 7, 8, 12, 255, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** What text formats break on: nesting, quoting, ends, references. */
const TOKENS = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  '"',
  "'",
  '&#0;',
  '{',
  '}',
  '[[',
  '<<',
  '>>',
  'endobj',
  '\0',
];

export const overwrite = (file: Uint8Array, at: number, value: Uint8Array): Uint8Array =>
  concat(file.subarray(0, at), value, file.subarray(at + value.length)).subarray(0, file.length);

const insert = (file: Uint8Array, at: number, value: Uint8Array): Uint8Array =>
  concat(file.subarray(0, at), value, file.subarray(at));

const stretch = (file: Uint8Array, random: Random): Uint8Array => {
  const start = random(file.length);
  return file.subarray(start, start + 1 + random(200));
};

const lengthOf = (random: Random): number => LENGTHS[random(LENGTHS.length)] ?? 0;

/** The mutations know where formats break: length fields in either byte order, names, cuts, repetitions, marks. */
const MUTATIONS: readonly Mutation[] = [
  (file, random) => overwrite(file, random(file.length), Uint8Array.of(random(256))),
  (file, random) => overwrite(file, random(file.length), Uint8Array.of((file[0] ?? 0) ^ (1 << random(8)))),
  (file, random) => overwrite(file, random(file.length), u16be(lengthOf(random) & 0xffff)),
  (file, random) => overwrite(file, random(file.length), u16le(lengthOf(random) & 0xffff)),
  (file, random) => overwrite(file, random(file.length), u32be(lengthOf(random))),
  (file, random) => overwrite(file, random(file.length), u32le(lengthOf(random))),
  (file, random) => overwrite(file, random(file.length), u32be(random(file.length))),
  (file, random) => overwrite(file, random(file.length), u32le(random(file.length))),
  (file, random) => file.subarray(0, random(file.length)),
  (file, random) => overwrite(file, random(file.length), stretch(file, random)),
  (file, random) => concat(file, stretch(file, random)),
  (file, random) => insert(file, random(file.length), stretch(file, random)),
  (file, random) => insert(file, random(file.length), Buffer.from(TOKENS[random(TOKENS.length)] ?? '')),
  (file, random) => {
    const part = stretch(file, random);
    return insert(file, random(file.length), concat(...Array.from({ length: 1 + random(64) }, () => part)));
  },
  (file, random) => {
    const at = random(file.length);
    return concat(file.subarray(0, at), file.subarray(at + random(60)));
  },
];

/** Bytes at the start that mostly are put back, so that the format is told and its parser reached. */
const SIGNATURE_BYTES = 12;

/** One to four mutations of a file. */
export const mutate = (original: Uint8Array, random: Random): Uint8Array => {
  let file = original;
  for (let step = random(4); step >= 0; step--)
    if (file.length > 0) file = (MUTATIONS[random(MUTATIONS.length)] as Mutation)(file, random);
  const signature = original.subarray(0, Math.min(SIGNATURE_BYTES, file.length));
  return random(8) === 0 ? file : overwrite(file, 0, signature);
};
