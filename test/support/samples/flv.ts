import { asBytes, bytes, concat, latin1, noise, u16be, u32be } from './bytes';

/** Builders for FLV files and AMF 0 values. */

/** A text as AMF 0 writes names. */
export const amfName = (text: string): Uint8Array => concat(u16be(asBytes(text).length), asBytes(text));
export const amfString = (text: string): Uint8Array => concat(bytes(2), amfName(text));
export const amfLongString = (text: string): Uint8Array =>
  concat(bytes(12), u32be(asBytes(text).length), asBytes(text));
export const amfNumber = (): Uint8Array => concat(bytes(0), noise(8));

type Members = Readonly<Record<string, Uint8Array>>;
const members = (values: Members): Uint8Array =>
  concat(...Object.entries(values).flatMap(([name, value]) => [amfName(name), value]), bytes(0, 0, 9));

export const amfObject = (values: Members): Uint8Array => concat(bytes(3), members(values));
export const amfEcmaArray = (values: Members, count = Object.keys(values).length): Uint8Array =>
  concat(bytes(8), u32be(count), members(values));
export const amfArray = (...values: readonly Uint8Array[]): Uint8Array =>
  concat(bytes(10), u32be(values.length), ...values);

/** The data of a script tag. */
export const amfScript = (name: string, value: Uint8Array): Uint8Array => concat(amfString(name), value);

export const FLV_TYPE = { audio: 8, video: 9, script: 18 } as const;

/** One tag and the size of it behind. */
export const flvTag = (type: number, data: Uint8Array): Uint8Array =>
  concat(bytes(type), u32be(data.length).subarray(1), new Uint8Array(7), data, u32be(data.length + 11));

export const flvScript = (name: string, value: Uint8Array): Uint8Array =>
  flvTag(FLV_TYPE.script, amfScript(name, value));

/** Where the data of the first tag begins. */
export const FIRST_TAG_DATA_OFFSET = 24;

/** A whole FLV of the given tags in front of `frames` tags of pictures. */
export const flv = (tags: readonly Uint8Array[] = [], frames = 1): Uint8Array => {
  const header = concat(latin1('FLV'), bytes(1, 5), u32be(9), u32be(0));
  return concat(header, ...tags, ...Array.from({ length: frames }, () => flvTag(FLV_TYPE.video, noise(40))));
};
