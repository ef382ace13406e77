import { describe, expect, it } from 'vitest';
import { absoluteOffset, joinSpans, readJoined } from '../../../lib/bytes/span-view';
import { driveWhole } from '../../support/parse';

const FILE = Uint8Array.from({ length: 100 }, (_, at) => at);
const VIEW = joinSpans([
  { offset: 10, length: 4 },
  { offset: 50, length: 0 },
  { offset: 60, length: 3 },
  { offset: 20, length: 2 },
]);

describe('span view', () => {
  it('counts the bytes of all spans', () => {
    expect(VIEW.length).toBe(9);
  });

  it.each([
    [0, 10],
    [3, 13],
    [4, 60],
    [6, 62],
    [7, 20],
    [9, 22],
    [99, 22],
  ])('puts logical %i at %i in the file', (at, offset) => {
    expect(absoluteOffset(VIEW, at)).toBe(offset);
  });

  it('asks once for each span it touches', () => {
    const { result, asks } = driveWhole(readJoined(VIEW, 2, 6, 'part'), FILE);
    expect([...result]).toEqual([12, 13, 60, 61, 62, 20]);
    expect(asks).toEqual([
      { offset: 12, length: 2, what: 'part' },
      { offset: 60, length: 3, what: 'part' },
      { offset: 20, length: 1, what: 'part' },
    ]);
  });

  it('asks for nothing where nothing is wanted', () => {
    expect(driveWhole(readJoined(VIEW, 9, 0, 'part'), FILE)).toEqual({ result: new Uint8Array(0), asks: [] });
  });

  it('is truncated behind the last span and behind the end of the file', () => {
    expect(() => driveWhole(readJoined(VIEW, 8, 2, 'part'), FILE)).toThrow('part is cut off');
    expect(() => driveWhole(readJoined(VIEW, 4, 3, 'part'), FILE.subarray(0, 62))).toThrow(
      'part at 60 is cut off',
    );
  });

  it('is empty without spans', () => {
    expect(joinSpans([]).length).toBe(0);
    expect(absoluteOffset(joinSpans([]), 0)).toBe(0);
    expect(() => driveWhole(readJoined(joinSpans([]), 0, 1, 'part'), FILE)).toThrow('part is cut off');
  });
});
