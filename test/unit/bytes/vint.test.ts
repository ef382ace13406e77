import { describe, expect, it } from 'vitest';
import { Cursor } from '../../../lib/bytes/cursor';
import { ByteFault } from '../../../lib/bytes/fault';
import { readElementId, readElementSize } from '../../../lib/bytes/vint';

const id = (...values: number[]) => readElementId(new Cursor(Uint8Array.from(values)));
const size = (...values: number[]) => readElementSize(new Cursor(Uint8Array.from(values)));

describe('EBML integers (RFC 8794)', () => {
  it('reads ids of one to four bytes, with their marker', () => {
    expect([id(0xec), id(0x42, 0x86), id(0x2a, 0xd7, 0xb1), id(0x1a, 0x45, 0xdf, 0xa3)]).toEqual([
      0xec, 0x4286, 0x2ad7b1, 0x1a45dfa3,
    ]);
  });

  it('reads sizes of one to eight bytes, without it', () => {
    expect([size(0x80), size(0x82), size(0x40, 0x02), size(0x10, 0, 1, 0)]).toEqual([0, 2, 2, 256]);
    expect(size(0x01, 0, 0, 0, 0, 0, 0, 5)).toBe(5);
    expect(size(0x01, 0x1f, 255, 255, 255, 255, 255, 255)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('tells unknown sizes of every length', () => {
    expect([size(0xff), size(0x7f, 0xff), size(0x01, 255, 255, 255, 255, 255, 255, 255)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(size(0xfe)).toBe(126);
  });

  it('throws for what is too long, too large or cut off', () => {
    for (const read of [
      () => id(0x08, 0, 0, 0, 0),
      () => id(0x00),
      () => size(0x00),
      () => size(0x01, 0x20, 0, 0, 0, 0, 0, 0),
      () => size(0x40),
      () => id(),
    ])
      expect(read).toThrow(ByteFault);
  });
});
