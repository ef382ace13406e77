import { describe, expect, it } from 'vitest';
import { driveOver } from '../../../lib/bytes/drive';
import { MAX_IIM_DATASETS, MAX_IMAGE_RESOURCES } from '../../../lib/bytes/limits';
import { joinSpans } from '../../../lib/bytes/span-view';
import { readIim } from '../../../lib/metadata/iim';
import { scanPhotoshop } from '../../../lib/metadata/photoshop';
import { bytesOf, iimDataset, imageResource } from '../../support/metadata-blocks';

const CREDIT = iimDataset(2, 110, 'Made with Google AI');
const VERSION = iimDataset(2, 0, new Uint8Array([0, 4]));
const UTF8 = iimDataset(1, 90, '\x1b%G');

const scan = (block: Uint8Array, base = 0) =>
  driveOver(scanPhotoshop(joinSpans([{ offset: base, length: block.length }])), block, base);

describe('readIim', () => {
  it('reads the texts of record 2', () => {
    const bytes = bytesOf(
      UTF8,
      VERSION,
      iimDataset(2, 40, 'instructions'),
      iimDataset(2, 25, 'keyword'),
      iimDataset(2, 80, '作者'),
      CREDIT,
      iimDataset(2, 115, 'source'),
      iimDataset(2, 116, '© 示例'),
      iimDataset(2, 120, 'caption'),
    );
    expect(readIim(bytes)).toEqual({
      texts: [
        { name: '2:40', value: 'instructions' },
        { name: '2:80', value: '作者' },
        { name: '2:110', value: 'Made with Google AI' },
        { name: '2:115', value: 'source' },
        { name: '2:116', value: '© 示例' },
        { name: '2:120', value: 'caption' },
      ],
    });
  });

  it('gives every value of a repeated data set', () => {
    expect(readIim(bytesOf(iimDataset(2, 80, 'one'), iimDataset(2, 80, 'two'))).texts).toEqual([
      { name: '2:80', value: 'one' },
      { name: '2:80', value: 'two' },
    ]);
  });

  it('takes undeclared text as UTF-8 where valid, else Latin-1', () => {
    const latin1 = iimDataset(2, 80, new Uint8Array([0x4a, 0xfc, 0x72, 0x67, 0x65, 0x6e]));
    expect(readIim(latin1).texts).toEqual([{ name: '2:80', value: 'Jürgen' }]);
    expect(readIim(iimDataset(2, 80, '作者')).texts).toEqual([{ name: '2:80', value: '作者' }]);
  });

  it('accepts padding behind the records and an empty block', () => {
    expect(readIim(bytesOf(CREDIT, new Array(9).fill(0)))).toEqual({
      texts: [{ name: '2:110', value: 'Made with Google AI' }],
    });
    expect(readIim(new Uint8Array(0))).toEqual({ texts: [] });
  });

  it('keeps what stood before a malformed place', () => {
    const before = [{ name: '2:110', value: 'Made with Google AI' }];
    const cut = readIim(bytesOf(CREDIT, CREDIT.subarray(0, 12)));
    const garbage = readIim(bytesOf(CREDIT, 'garbage'));
    const extended = readIim(bytesOf(CREDIT, [0x1c, 2, 120, 0x80, 4, 0, 0, 0, 1, 65]));
    expect([cut.texts, garbage.texts, extended.texts]).toEqual([before, before, before]);
    expect([cut.fault?.state, garbage.fault?.state, extended.fault?.state]).toEqual([
      'truncated',
      'malformed',
      'malformed',
    ]);
  });

  it('reads as many data sets as the limit and stops past it', () => {
    const many = (count: number) => bytesOf(...new Array(count).fill(iimDataset(2, 80, 'x')));
    expect(readIim(many(MAX_IIM_DATASETS)).fault).toBeUndefined();
    expect(readIim(many(MAX_IIM_DATASETS + 1)).fault?.state).toBe('over-budget');
  });

  it('ends every prefix without an exception', () => {
    const bytes = bytesOf(UTF8, VERSION, CREDIT);
    for (let length = 0; length < bytes.length; length++) {
      expect(readIim(bytes.subarray(0, length)).texts).toEqual([]);
    }
  });
});

describe('scanPhotoshop', () => {
  const payload = bytesOf(VERSION, CREDIT);

  it('finds the IIM records among other resources', () => {
    const before = bytesOf('Photoshop 3.0\0', imageResource(0x03ed, new Uint8Array(15), 'name'));
    const block = bytesOf(before, imageResource(0x0404, payload), imageResource(0x040c, new Uint8Array(9)));
    const offset = 500 + before.length + 12;
    expect(scan(block, 500)).toEqual({ state: 'complete', value: [{ bytes: payload, offset }] });
    expect(scan(block.subarray(14), 0)).toMatchObject({ state: 'complete', value: [{ bytes: payload }] });
  });

  it('gives nothing where there is no IIM', () => {
    expect(scan(imageResource(0x040c, new Uint8Array(9)))).toEqual({ state: 'complete', value: [] });
    expect(scan(new Uint8Array(0))).toEqual({ state: 'complete', value: [] });
  });

  it('tells malformed from truncated', () => {
    expect(scan(bytesOf('9BIM', new Array(30).fill(0)))).toMatchObject({ state: 'malformed' });
    expect(scan(imageResource(0x0404, payload).subarray(0, 30))).toMatchObject({ state: 'truncated' });
  });

  it('walks as many resources as the limit and stops past it', () => {
    const many = (count: number) =>
      bytesOf(...new Array(count).fill(imageResource(0x03ed, new Uint8Array(2))));
    expect(scan(many(MAX_IMAGE_RESOURCES)).state).toBe('complete');
    expect(scan(many(MAX_IMAGE_RESOURCES + 1)).state).toBe('over-budget');
  });
});
