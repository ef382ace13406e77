import { describe, expect, it } from 'vitest';
import {
  decodeStrictUtf8,
  decodeText,
  decodeUtf8OrLatin1,
  withoutTrailingNuls,
} from '../../../lib/bytes/decode-text';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('decodeText', () => {
  it('decodes Latin-1 byte by byte, also where windows-1252 differs', () => {
    expect(decodeText(bytes(0x41, 0x80, 0x9f, 0xff), 'latin1')).toBe('A\u0080\u009f\u00ff');
  });

  it('decodes more Latin-1 than one call takes arguments', () => {
    const text = decodeText(new Uint8Array(1_000_000).fill(0x61), 'latin1');
    expect([text.length, text.at(-1)]).toEqual([1_000_000, 'a']);
  });

  it('decodes UTF-16 in the named order and replaces what is invalid', () => {
    expect(decodeText(bytes(0x4e, 0x2d), 'utf-16be')).toBe('中');
    expect(decodeText(bytes(0x2d, 0x4e, 0x00), 'utf-16le')).toBe('中\uFFFD');
    expect(decodeText(bytes(0x61, 0xff, 0x62), 'utf-8')).toBe('a\uFFFDb');
  });
});

describe('decodeUtf8OrLatin1', () => {
  it('takes valid UTF-8 as such and anything else as Latin-1', () => {
    expect(decodeUtf8OrLatin1(bytes(0xe4, 0xb8, 0xad))).toBe('中');
    expect(decodeUtf8OrLatin1(bytes(0x4a, 0xfc, 0x72))).toBe('Jür');
    expect(decodeStrictUtf8(bytes(0x4a, 0xfc, 0x72))).toBeUndefined();
  });
});

describe('withoutTrailingNuls', () => {
  it('drops NULs at the end only', () => {
    expect(withoutTrailingNuls('a\0b\0\0')).toBe('a\0b');
    expect(withoutTrailingNuls('\0\0')).toBe('');
  });
});
