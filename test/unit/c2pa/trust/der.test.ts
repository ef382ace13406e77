import { describe, expect, it } from 'vitest';
import { ByteFault } from '../../../../lib/bytes/fault';
import { DER, derContent, derValues, derValuesIn } from '../../../../lib/c2pa/trust/der';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
const of = (length: number) => 'aa'.repeat(length);
const kindOf = (job: () => unknown) => {
  try {
    return job();
  } catch (error) {
    return error instanceof ByteFault ? error.kind : error;
  }
};

describe('derValues', () => {
  it('gives values one after another, empty ones too', () => {
    expect(derValues(bytes('0201 05  0500  0403 616263'))).toEqual([
      { tag: 0x02, content: bytes('05') },
      { tag: 0x05, content: bytes('') },
      { tag: 0x04, content: bytes('616263') },
    ]);
    expect(derValues(bytes(''))).toEqual([]);
  });

  it.each([
    ['the longest short length', `047f${of(127)}`, 127],
    ['one byte of length', `048180${of(128)}`, 128],
    ['two bytes of length', `04820100${of(256)}`, 256],
    ['three bytes of length', `0483010000${of(65536)}`, 65536],
  ])('reads %s', (_, hex, length) => {
    expect(derValues(bytes(hex)).map(({ content }) => content.length)).toEqual([length]);
  });

  it.each([
    ['a length beyond the end', '0402 61', 'malformed'],
    ['a length that could be shorter', `04817f${of(127)}`, 'malformed'],
    ['a length with a zero in front', `04820080${of(128)}`, 'malformed'],
    ['an indefinite length', '3080 0000', 'malformed'],
    ['a length of four bytes', '0484 00000001 61', 'malformed'],
    ['a tag of several bytes', '1f81 01 00', 'malformed'],
    ['no length', '04', 'truncated'],
    ['half a length', '0482 01', 'truncated'],
  ])('refuses %s', (_, hex, kind) => {
    expect(kindOf(() => derValues(bytes(hex)))).toBe(kind);
  });
});

describe('derValuesIn and derContent', () => {
  it('ask for a tag and take no other', () => {
    const [value] = derValues(bytes('3003 020107'));
    expect(derValuesIn(value, DER.sequence)).toEqual([{ tag: DER.integer, content: bytes('07') }]);
    expect(kindOf(() => derContent(value, DER.set))).toBe('malformed');
    expect(kindOf(() => derContent(undefined, DER.set))).toBe('malformed');
  });
});
