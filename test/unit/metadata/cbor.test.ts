import { describe, expect, it } from 'vitest';
import { ByteFault } from '../../../lib/bytes/fault';
import { MAX_CBOR_ITEMS, MAX_DEPTH } from '../../../lib/bytes/limits';
import { type CborValue, decodeCbor } from '../../../lib/metadata/cbor';
import { bytesOf, encodeCbor, hex } from '../../support/samples/cbor';

function faultOf(bytes: Uint8Array): string {
  try {
    decodeCbor(bytes);
  } catch (error) {
    return error instanceof ByteFault ? error.kind : `other: ${String(error)}`;
  }
  return 'complete';
}

describe('decodeCbor: examples of RFC 8949 Appendix A', () => {
  const examples: readonly (readonly [string, CborValue])[] = [
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1000000],
    ['1b000000e8d4a51000', 1000000000000],
    ['1bffffffffffffffff', 18446744073709551615n],
    ['c249010000000000000000', { tag: 2, value: hex('010000000000000000') }],
    ['3bffffffffffffffff', -18446744073709551616n],
    ['c349010000000000000000', { tag: 3, value: hex('010000000000000000') }],
    ['20', -1],
    ['3863', -100],
    ['3903e7', -1000],
    ['f90000', 0],
    ['f98000', -0],
    ['f93c00', 1],
    ['fb3ff199999999999a', 1.1],
    ['f93e00', 1.5],
    ['f97bff', 65504],
    ['fa47c35000', 100000],
    ['fa7f7fffff', 3.4028234663852886e38],
    ['fb7e37e43c8800759c', 1e300],
    ['f90001', 2 ** -24],
    ['f90400', 0.00006103515625],
    ['f9c400', -4],
    ['fbc010666666666666', -4.1],
    ['f97c00', Number.POSITIVE_INFINITY],
    ['f97e00', Number.NaN],
    ['f9fc00', Number.NEGATIVE_INFINITY],
    ['fa7f800000', Number.POSITIVE_INFINITY],
    ['fb7ff8000000000000', Number.NaN],
    ['f4', false],
    ['f5', true],
    ['f6', null],
    ['f7', undefined],
    ['f0', { simple: 16 }],
    ['f8ff', { simple: 255 }],
    ['c074323031332d30332d32315432303a30343a30305a', { tag: 0, value: '2013-03-21T20:04:00Z' }],
    ['c11a514b67b0', { tag: 1, value: 1363896240 }],
    ['d818456449455446', { tag: 24, value: hex('6449455446') }],
    ['40', hex('')],
    ['4401020304', hex('01020304')],
    ['60', ''],
    ['6449455446', 'IETF'],
    ['62225c', '"\\'],
    ['62c3bc', 'ü'],
    ['63e6b0b4', '水'],
    ['64f0908591', '𐅑'],
    ['80', []],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    [
      '98190102030405060708090a0b0c0d0e0f101112131415161718181819',
      Array.from({ length: 25 }, (_, at) => at + 1),
    ],
    ['a0', new Map()],
    [
      'a201020304',
      new Map([
        [1, 2],
        [3, 4],
      ]),
    ],
    [
      'a26161016162820203',
      new Map<string, CborValue>([
        ['a', 1],
        ['b', [2, 3]],
      ]),
    ],
    ['826161a161626163', ['a', new Map([['b', 'c']])]],
    ['5f42010243030405ff', hex('0102030405')],
    ['7f657374726561646d696e67ff', 'streaming'],
    ['9fff', []],
    ['9f018202039f0405ffff', [1, [2, 3], [4, 5]]],
    ['83018202039f0405ff', [1, [2, 3], [4, 5]]],
    [
      'bf61610161629f0203ffff',
      new Map<string, CborValue>([
        ['a', 1],
        ['b', [2, 3]],
      ]),
    ],
    [
      'bf6346756ef563416d7421ff',
      new Map<string, CborValue>([
        ['Fun', true],
        ['Amt', -2],
      ]),
    ],
  ];

  it.each(examples)('%s', (text, value) => {
    expect(decodeCbor(hex(text))).toEqual(value);
  });

  it('gives -0 its sign', () => {
    expect(Object.is(decodeCbor(hex('f98000')), -0)).toBe(true);
  });
});

describe('decodeCbor: keys from files', () => {
  it('keeps the first of duplicate keys', () => {
    expect(decodeCbor(hex('a2616101616102'))).toEqual(new Map([['a', 1]]));
  });

  it('holds __proto__ as an ordinary key', () => {
    const map = decodeCbor(encodeCbor(new Map([['__proto__', { polluted: true }]])));
    expect(map).toEqual(new Map([['__proto__', new Map([['polluted', true]])]]));
    expect('polluted' in {}).toBe(false);
  });

  it('reads text that is not UTF-8 without throwing', () => {
    expect(decodeCbor(hex('62c328'))).toBe('\ufffd(');
  });
});

describe('decodeCbor: hostile input', () => {
  it.each([
    ['empty', '', 'truncated'],
    ['half an integer', '19ff', 'truncated'],
    ['byte string longer than the file', '5affffffff00', 'truncated'],
    ['text of 2^64-1 bytes', '7bffffffffffffffff', 'truncated'],
    ['array of 2^32-1 items', '9affffffff', 'truncated'],
    ['array of 2^64-1 items', '9bffffffffffffffff', 'truncated'],
    ['map of 2^53 pairs', 'bb0020000000000000', 'truncated'],
    ['map whose pairs do not fit', 'a2010203', 'truncated'],
    ['open indefinite array', '9f01', 'truncated'],
    ['open indefinite string', '5f4101', 'truncated'],
    ['break alone', 'ff', 'malformed'],
    ['break as map value', 'bf01ff', 'malformed'],
    ['break in a definite array', '81ff', 'malformed'],
    ['break in a definite map', 'a1ff00', 'malformed'],
    ['break behind a tag', 'c0ff', 'malformed'],
    ['reserved additional information', '1c', 'malformed'],
    ['reserved simple value', 'fc', 'malformed'],
    ['simple value below 32 in two bytes', 'f818', 'malformed'],
    ['indefinite integer', '1f', 'malformed'],
    ['indefinite tag', 'df00', 'malformed'],
    ['chunk of another type', '5f6161ff', 'malformed'],
    ['nested indefinite string', '5f5f4101ffff', 'malformed'],
    ['bytes behind the item', '0000', 'malformed'],
  ])('%s', (_name, text, kind) => {
    expect(faultOf(hex(text))).toBe(kind);
  });

  it('reads at the depth limit and refuses beyond it', () => {
    const nested = (depth: number) => bytesOf(new Array(depth).fill(0x81), [0x00]);
    expect(faultOf(nested(MAX_DEPTH))).toBe('complete');
    expect(faultOf(nested(MAX_DEPTH + 1))).toBe('over-budget');
  });

  it.each([0x9f, 0xbf, 0xc0, 0xd8])('bounds endless nesting of %i', (initial) => {
    expect(faultOf(new Uint8Array(1_000_000).fill(initial))).toBe('over-budget');
  });

  it('reads at the item limit and refuses beyond it', () => {
    const flat = (items: number) =>
      bytesOf([0x9a], [0, (items >> 16) & 0xff, (items >> 8) & 0xff, items & 0xff], new Uint8Array(items));
    expect(faultOf(flat(MAX_CBOR_ITEMS - 1))).toBe('complete');
    expect(faultOf(flat(MAX_CBOR_ITEMS))).toBe('over-budget');
  });

  it('ends every prefix and every single-byte change in a fault of its own', () => {
    const sample = encodeCbor({
      actions: [{ action: 'c2pa.created', n: [1, -2, 70_000, null, true] }],
      hash: new Uint8Array(20),
    });
    for (let length = 0; length < sample.length; length += 1)
      expect(faultOf(sample.subarray(0, length))).toBe('truncated');
    for (let at = 0; at < sample.length; at += 1)
      for (const value of [0x00, 0x1f, 0x5f, 0x9f, 0xbf, 0xff])
        expect(faultOf(sample.with(at, value))).toMatch(/^(complete|truncated|malformed|over-budget)$/);
  });
});
