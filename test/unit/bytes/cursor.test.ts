import { describe, expect, it } from 'vitest';
import { Cursor } from '../../../lib/bytes/cursor';
import { ByteFault } from '../../../lib/bytes/fault';
import { bytes } from '../../support/samples/bytes';

const faultOf = (act: () => unknown): string => {
  try {
    act();
    return 'none';
  } catch (error) {
    return error instanceof ByteFault ? error.kind : 'other';
  }
};

describe('Cursor', () => {
  it('reads numbers in both byte orders and keeps absolute positions', () => {
    const cursor = new Cursor(bytes(1, 2, 3, 4, 5, 6, 7, 0x80, 0, 0, 1, 9), 100);
    expect([cursor.u8(), cursor.u16be(), cursor.u16le(), cursor.offset]).toEqual([1, 0x0203, 0x0504, 105]);
    expect([cursor.u16le(), cursor.u32be(), cursor.left]).toEqual([0x0706, 0x80000001, 1]);
    expect(new Cursor(bytes(1, 0, 0, 0x80)).u32le()).toBe(0x80000001);
  });

  it('respects the view of a larger buffer', () => {
    expect(new Cursor(bytes(9, 9, 1, 2).subarray(2)).u16be()).toBe(0x0102);
  });

  it('takes 64-bit sizes up to 2^53 − 1', () => {
    expect(new Cursor(bytes(0, 0x1f, 255, 255, 255, 255, 255, 255)).u64be()).toBe(Number.MAX_SAFE_INTEGER);
    expect(faultOf(() => new Cursor(bytes(0, 0x20, 0, 0, 0, 0, 0, 0)).u64be())).toBe('malformed');
  });

  it('ends truncated one byte past the end, for every kind of read', () => {
    const short = new Cursor(bytes(1));
    for (const act of [
      () => short.u16be(),
      () => short.u16le(),
      () => short.u32be(),
      () => short.u32le(),
      () => short.u64be(),
      () => short.slice(2),
      () => short.latin1(2),
      () => short.skip(2),
      () => short.skip(-1),
    ])
      expect(faultOf(act)).toBe('truncated');
    expect(short.u8()).toBe(1);
    expect(faultOf(() => short.u8())).toBe('truncated');
  });
});
