import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, MAX_EBML_ELEMENTS } from '../../../lib/bytes/limits';
import { readEbmlInfo, readEbmlTags } from '../../../lib/metadata/ebml-tags';
import { asBytes, bytes, concat } from '../../support/samples/bytes';
import { element, openElement, segmentInfo, simpleTag, tags } from '../../support/samples/webm';

/** The content of an element with an id of four bytes and a size of eight. */
const content = (whole: Uint8Array) => whole.subarray(12);
const read = (...simple: Uint8Array[]) => readEbmlTags(content(tags(...simple)));

describe('readEbmlTags', () => {
  it('reads names and strings with their places, also of nested tags', () => {
    expect(read(simpleTag('AIGC', '{}\0'), simpleTag('A', 'b', simpleTag('标', 'c')))).toEqual({
      texts: [
        { name: 'AIGC', value: '{}', at: 54 },
        { name: 'A', value: 'b', at: 88 },
        { name: '标', value: 'c', at: 122 },
      ],
      fault: undefined,
    });
  });

  it('passes over empty strings and binary tags', () => {
    const binary = element(0x67c8, concat(element(0x45a3, asBytes('A')), element(0x4485, bytes(1, 2))));
    expect(read(binary, simpleTag('B', '')).texts).toEqual([]);
  });

  it('keeps what it has read before a contradiction', () => {
    const broken = concat(content(tags(simpleTag('A', 'b'))), bytes(0x73, 0x73, 0x85, 1));
    expect(readEbmlTags(broken)).toMatchObject({ texts: [{ name: 'A' }], fault: { state: 'malformed' } });
    expect(readEbmlTags(openElement(0x7373, bytes()))).toMatchObject({ fault: { state: 'malformed' } });
    expect(readEbmlTags(bytes(0x73))).toMatchObject({ fault: { state: 'truncated' } });
  });

  it(`reads tags nested ${MAX_DEPTH} deep and no deeper`, () => {
    const nested = (depth: number): Uint8Array =>
      depth === 1 ? simpleTag('A', 'b') : simpleTag('A', 'b', nested(depth - 1));
    expect(read(nested(MAX_DEPTH))).toMatchObject({ fault: undefined });
    expect(read(nested(MAX_DEPTH + 1))).toMatchObject({ fault: { state: 'over-budget' } });
  });

  it(`looks at ${MAX_EBML_ELEMENTS} elements and no more`, () => {
    const voids = (count: number) =>
      readEbmlTags(new Uint8Array(count * 2).map((_, at) => (at % 2 ? 0x80 : 0xec)));
    expect(voids(MAX_EBML_ELEMENTS).fault).toBeUndefined();
    expect(voids(MAX_EBML_ELEMENTS + 1)).toMatchObject({ fault: { state: 'over-budget' } });
  });
});

describe('readEbmlInfo', () => {
  it('reads the title and the applications', () => {
    expect(readEbmlInfo(content(segmentInfo('a title', 'Lavf')))).toEqual({
      texts: [
        { name: 'Title', value: 'a title', at: 10 },
        { name: 'WritingApp', value: 'Lavf', at: 27 },
      ],
      fault: undefined,
    });
  });
});
