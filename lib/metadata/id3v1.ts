import { decodeUtf8OrLatin1 } from '../bytes/decode-text';
import type { Id3Text } from './id3-frame';

/** ID3v1: texts of fixed places behind `TAG`, padded with NULs or blanks. */
const FIELDS = [
  { name: 'title', at: 3, length: 30 },
  { name: 'artist', at: 33, length: 30 },
  { name: 'album', at: 63, length: 30 },
  { name: 'comment', at: 97, length: 30 },
] as const;

/** Reads the texts of an ID3v1 tag, named `ID3v1:title` and so on; empty ones are left out. Never throws. */
export function readId3v1(bytes: Uint8Array): readonly (Id3Text & { readonly at: number })[] {
  return FIELDS.flatMap(({ name, at, length }) => {
    const [text = ''] = decodeUtf8OrLatin1(bytes.subarray(at, at + length)).split('\0');
    const value = text.trimEnd();
    return value === '' ? [] : [{ name: `ID3v1:${name}`, value, at }];
  });
}
