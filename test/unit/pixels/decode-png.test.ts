import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodePng } from '../../../lib/pixels/decode-png';
import { MAX_PIXELS, MAX_SIDE } from '../../../lib/pixels/pixel-limits';
import { bytes, concat } from '../../support/samples/bytes';
import { picture } from '../../support/samples/pixels';
import { chunk, PNG_SIGNATURE } from '../../support/samples/png';

function pixelsOf(file: Uint8Array) {
  const decoded = decodePng(file);
  if (decoded.state !== 'decoded') return decoded.state;
  const { width, height, channels, data } = decoded.pixels;
  return { size: [width, height, channels], data: [...data] };
}
const stateOf = (file: Uint8Array) => decodePng(file).state;
const ROW = [1, 2, 3, 4, 5, 6];
const two = (...rows: readonly (readonly number[])[]) => picture({ width: 2, height: rows.length, rows });

describe('decodePng colour types', () => {
  it('gives RGB as stored', () => {
    expect(pixelsOf(two([0, ...ROW]))).toEqual({ size: [2, 1, 3], data: ROW });
  });

  it('gives RGBA as stored, also where alpha is zero', () => {
    const file = picture({ width: 2, height: 1, rows: [[0, 9, 8, 7, 0, 6, 5, 4, 254]], colourType: 6 });
    expect(pixelsOf(file)).toEqual({ size: [2, 1, 4], data: [9, 8, 7, 0, 6, 5, 4, 254] });
  });

  it('spreads grey, and grey with alpha', () => {
    expect(pixelsOf(picture({ width: 2, height: 1, rows: [[0, 7, 9]], colourType: 0 }))).toEqual({
      size: [2, 1, 3],
      data: [7, 7, 7, 9, 9, 9],
    });
    expect(pixelsOf(picture({ width: 1, height: 1, rows: [[0, 7, 3]], colourType: 4 }))).toEqual({
      size: [1, 1, 4],
      data: [7, 7, 7, 3],
    });
  });

  it.each([
    [1, 0b1010_0000, [255, 0, 255]],
    [2, 0b1101_0000, [255, 85, 0]],
    [4, 0xf1, [255, 17, 0]],
  ])('scales grey of %i bits', (bitDepth, byte, greys) => {
    const rows = [[0, byte, ...(bitDepth === 4 ? [0] : [])]];
    expect(pixelsOf(picture({ width: 3, height: 1, rows, colourType: 0, bitDepth }))).toEqual({
      size: [3, 1, 3],
      data: greys.flatMap((grey) => [grey, grey, grey]),
    });
  });

  it('looks palettes up, with their alphas, and shows an index beyond them as black', () => {
    const before = [chunk('PLTE', bytes(10, 11, 12, 20, 21, 22)), chunk('tRNS', bytes(128))];
    const file = picture({
      width: 3,
      height: 1,
      rows: [[0, 0b0001_1000]],
      colourType: 3,
      bitDepth: 2,
      before,
    });
    expect(pixelsOf(file)).toEqual({
      size: [3, 1, 4],
      data: [10, 11, 12, 128, 20, 21, 22, 255, 0, 0, 0, 255],
    });
  });
});

describe('decodePng filters', () => {
  it.each([
    ['Sub', 1, [1, 2, 3, 3, 3, 3], [1, 2, 3, 4, 5, 6]],
    ['Up', 2, [1, 1, 1, 1, 1, 1], [11, 21, 31, 41, 51, 61]],
    ['Average', 3, [0, 0, 0, 0, 0, 0], [5, 10, 15, 22, 30, 37]],
    ['Paeth', 4, [1, 1, 1, 1, 1, 1], [11, 21, 31, 41, 51, 61]],
  ])('undoes %s', (_, type, stored, plain) => {
    const above = [10, 20, 30, 40, 50, 60];
    const [first, second] = [type === 1 ? [0, 0, 0, 0, 0, 0] : above, stored];
    expect(pixelsOf(two([0, ...first], [type, ...second]))).toEqual({
      size: [2, 2, 3],
      data: [...first, ...plain],
    });
  });

  it('wraps around at 256', () => {
    expect(pixelsOf(two([1, 200, 0, 0, 100, 0, 0]))).toEqual({
      size: [2, 1, 3],
      data: [200, 0, 0, 44, 0, 0],
    });
  });

  it('calls a filter that does not exist malformed', () => {
    expect(stateOf(two([5, ...ROW]))).toBe('malformed');
  });
});

describe('decodePng streams', () => {
  const stream = deflateSync(Uint8Array.from([0, ...ROW]));
  const cut = (...idat: readonly Uint8Array[]) => picture({ width: 2, height: 1, rows: [], idat });

  it('joins IDAT chunks wherever they are cut, also inside the header', () => {
    const pieces = Array.from(stream, (_, at) => stream.subarray(at, at + 1));
    expect(pixelsOf(cut(...pieces))).toEqual({ size: [2, 1, 3], data: ROW });
  });

  it('does without the checksum at the end', () => {
    expect(pixelsOf(cut(stream.subarray(0, -4)))).toEqual({ size: [2, 1, 3], data: ROW });
  });

  it('says truncated of every shorter stream', () => {
    const states = Array.from({ length: 9 }, (_, length) => stateOf(cut(stream.subarray(0, length))));
    expect(new Set(states)).toEqual(new Set(['truncated']));
  });

  it('ends every prefix of a file in a declared state', () => {
    const file = cut(stream);
    const states = Array.from(file, (_, length) => stateOf(file.subarray(0, length)));
    expect(new Set(states)).toEqual(new Set(['truncated', 'decoded']));
  });

  it('ignores what is inflated beyond the last row, however much', () => {
    const bomb = deflateSync(concat(Uint8Array.from([0, ...ROW]), new Uint8Array(64 * 1024 * 1024)));
    expect(pixelsOf(cut(bomb))).toEqual({ size: [2, 1, 3], data: ROW });
  });

  it('calls anything but zlib malformed', () => {
    expect(stateOf(cut(bytes(0, 0, 0, 0, 0, 0, 0, 0)))).toBe('malformed');
    expect(stateOf(cut(bytes(0x78, 0x9c, 0xff, 0xff, 0xff, 0xff)))).toBe('malformed');
  });
});

describe('decodePng limits', () => {
  const sized = (width: number, height: number) => picture({ width, height, rows: [[0]] });

  it('allocates nothing for pixels that the file cannot hold', () => {
    expect(stateOf(sized(8000, 8000))).toBe('truncated');
  });

  it.each([
    ['more pixels than the limit', MAX_SIDE, Math.floor(MAX_PIXELS / MAX_SIDE) + 1],
    ['a wider side', MAX_SIDE + 1, 1],
    ['sides as large as the field', 0xffffffff, 0xffffffff],
  ])('stops at %s', (_, width, height) => {
    expect(stateOf(sized(width, height))).toBe('over-budget');
  });

  it.each([
    ['no width', sized(0, 1), 'malformed'],
    ['no such colour type', picture({ width: 1, height: 1, rows: [[0, 0]], colourType: 5 }), 'malformed'],
    [
      'a palette picture without palette',
      picture({ width: 1, height: 1, rows: [[0, 0]], colourType: 3 }),
      'malformed',
    ],
    ['no IDAT', picture({ width: 1, height: 1, rows: [], idat: [] }), 'malformed'],
    ['interlacing', picture({ width: 2, height: 1, rows: [[0, ...ROW]], interlace: 1 }), 'unsupported'],
    ['16 bits', picture({ width: 1, height: 1, rows: [[0, ...ROW]], bitDepth: 16 }), 'unsupported'],
    ['no signature', bytes(1, 2, 3, 4, 5, 6, 7, 8), 'malformed'],
    ['an Apple picture', concat(PNG_SIGNATURE, chunk('CgBI', bytes(0, 0, 0, 0))), 'unsupported'],
  ])('says what is wrong with %s', (_, file, state) => {
    expect(stateOf(file)).toBe(state);
  });
});
