import { describe, expect, it } from 'vitest';
import { MAX_AMF_TEXTS, MAX_AMF_VALUES, MAX_DEPTH } from '../../../lib/bytes/limits';
import { readAmfScript } from '../../../lib/metadata/amf0';
import { bytes, concat, u16be, u32be } from '../../support/samples/bytes';
import {
  amfArray,
  amfEcmaArray,
  amfLongString,
  amfName,
  amfNumber,
  amfObject,
  amfScript,
  amfString,
} from '../../support/samples/flv';

const read = (value: Uint8Array) => readAmfScript(amfScript('onMetaData', value));
const named = (value: Uint8Array) => read(value).texts.map(({ name, value: text }) => [name, text]);

describe('readAmfScript', () => {
  it('reads texts of an ECMA array, whatever count it states', () => {
    for (const count of [0, 2, 0xffffffff])
      expect(read(amfEcmaArray({ width: amfNumber(), AIGC: amfString('{}') }, count))).toEqual({
        name: 'onMetaData',
        texts: [{ name: 'AIGC', value: '{}', at: 43 }],
        fault: undefined,
      });
  });

  it('reads objects, long texts, arrays and nested members', () => {
    const value = amfObject({
      long: amfLongString('标签'),
      list: amfArray(amfString('a'), amfNumber()),
      inner: amfObject({ text: amfString('b') }),
      empty: amfString(''),
    });
    expect(named(value)).toEqual([
      ['long', '标签'],
      ['list', 'a'],
      ['inner.text', 'b'],
    ]);
  });

  it('steps over every type without text', () => {
    const typed = concat(bytes(16), amfName('Class'), amfName('x'), amfString('y'), bytes(0, 0, 9));
    const value = amfObject({
      bool: bytes(1, 1),
      nothing: bytes(5),
      undef: bytes(6),
      reference: bytes(7, 0, 1),
      date: concat(bytes(11), new Uint8Array(10)),
      unsupported: bytes(13),
      typed,
      last: amfString('z'),
    });
    expect(named(value)).toEqual([
      ['typed.x', 'y'],
      ['last', 'z'],
    ]);
  });

  it('keeps names that are special to JavaScript as text', () => {
    const value = concat(bytes(3), amfName('__proto__'), amfString('x'), bytes(0, 0, 9));
    expect(named(value)).toEqual([['__proto__', 'x']]);
  });

  it('keeps what it has read before a contradiction', () => {
    const start = concat(bytes(3), amfName('a'), amfString('b'), amfName('c'));
    expect(read(concat(start, bytes(14)))).toMatchObject({
      texts: [{ name: 'a' }],
      fault: { state: 'malformed' },
    });
    expect(read(concat(start, bytes(2), u16be(500)))).toMatchObject({
      texts: [{ name: 'a' }],
      fault: { state: 'truncated' },
    });
    expect(readAmfScript(bytes(3, 0))).toMatchObject({ name: '', texts: [], fault: { state: 'malformed' } });
  });

  it(`reads values nested ${MAX_DEPTH} deep and no deeper`, () => {
    const nested = (depth: number): Uint8Array => (depth === 0 ? amfNumber() : amfArray(nested(depth - 1)));
    expect(read(nested(MAX_DEPTH)).fault).toBeUndefined();
    expect(read(nested(MAX_DEPTH + 1))).toMatchObject({ fault: { state: 'over-budget' } });
  });

  it(`reads ${MAX_AMF_VALUES} values and no more, whatever count an array states`, () => {
    const nulls = (count: number) =>
      read(concat(bytes(10), u32be(0xffffffff), new Uint8Array(count).fill(5)));
    expect(nulls(100)).toMatchObject({ fault: { state: 'truncated' } });
    expect(nulls(MAX_AMF_VALUES + 10)).toMatchObject({ fault: { state: 'over-budget' } });
  });

  it(`keeps ${MAX_AMF_TEXTS} texts and no more`, () => {
    const texts = (count: number) =>
      read(concat(bytes(10), u32be(count), ...Array.from({ length: count }, () => bytes(2, 0, 1, 65))));
    expect(texts(MAX_AMF_TEXTS).fault).toBeUndefined();
    const { texts: kept, fault } = texts(MAX_AMF_TEXTS + 1);
    expect([kept.length, fault?.state]).toEqual([MAX_AMF_TEXTS, 'over-budget']);
  });
});
