import { describe, expect, it } from 'vitest';
import jxl from '../../../../lib/containers/formats/jxl';
import { boxOf } from '../../../support/samples/bmff';
import { bytes, concat, latin1, noise, u32be } from '../../../support/samples/bytes';
import { brob, codestream, type JxlParts, jxl as makeJxl, openBox } from '../../../support/samples/jxl';
import { payloadOf, walkWith } from '../../../support/samples/sources';

const TIFF = latin1('II*\0\x08\0\0\0');

const walk = async (parts: JxlParts) => {
  const file = makeJxl(parts);
  const { blocks, outcome, stats } = await walkWith(jxl, file);
  const payloads = blocks.map((block) => payloadOf(file, block));
  return { blocks, names: blocks.map(({ path }) => path[1]), payloads, state: outcome.state, stats };
};

describe('JPEG XL: blocks', () => {
  it('gives exact places of boxes before and behind the codestream', async () => {
    const store = boxOf('jumb', noise(30));
    const { blocks, payloads, state } = await walk({
      before: [boxOf('Exif', u32be(0), TIFF)],
      after: [boxOf('xml ', latin1('<x/>')), store],
    });
    expect(blocks).toEqual([
      { kind: 'exif', path: ['JPEG XL', 'Exif'], spans: [{ offset: 44, length: 8 }] },
      { kind: 'xmp', path: ['JPEG XL', 'xml'], spans: [{ offset: 268, length: 4 }] },
      { kind: 'jumbf', path: ['JPEG XL', 'jumb'], spans: [{ offset: 272, length: 38 }] },
    ]);
    expect([payloads[2], state]).toEqual([store, 'complete']);
  });

  it('skips what stands before the TIFF header, and an offset that cannot be one', async () => {
    const prefixed = boxOf('Exif', u32be(6), latin1('Exif\0\0'), TIFF);
    expect((await walk({ after: [prefixed] })).payloads).toEqual([TIFF]);
    expect((await walk({ after: [boxOf('Exif', u32be(0x49492a00), TIFF)] })).payloads).toEqual([TIFF]);
    expect((await walk({ after: [boxOf('Exif', bytes(0, 0))] })).payloads).toEqual([]);
  });

  it('takes a last box without a size', async () => {
    expect((await walk({ after: [openBox('xml ', latin1('<x/>'))] })).payloads).toEqual([latin1('<x/>')]);
  });

  it('finds nothing in a bare codestream, in one read', async () => {
    expect(jxl.sniff(codestream())).toBe(true);
    expect(await walkWith(jxl, codestream())).toMatchObject({
      blocks: [],
      outcome: { state: 'complete' },
      stats: { reads: 1 },
    });
  });

  it('costs two reads however long the codestream is', async () => {
    const { state, stats } = await walk({ codestream: noise(900_000), after: [boxOf('free', noise(9))] });
    expect([state, stats.reads]).toEqual(['complete', 2]);
  });
});

describe('JPEG XL: what cannot be read', () => {
  for (const type of ['xml ', 'Exif', 'jumb'])
    it(`says unsupported for a compressed ${type} box, with the blocks around it`, async () => {
      const { names, state } = await walk({ before: [brob(type)], after: [boxOf('xml ', latin1('<x/>'))] });
      expect([names, state]).toEqual([['xml'], 'unsupported']);
    });

  it('passes over compressed boxes of other types', async () => {
    expect(await walk({ after: [brob('abcd')] })).toMatchObject({ names: [], state: 'complete' });
  });

  it('says truncated and malformed', async () => {
    const file = makeJxl({ after: [boxOf('xml ', noise(50))] });
    expect((await walkWith(jxl, file.subarray(0, -1))).outcome.state).toBe('truncated');
    expect((await walkWith(jxl, file.subarray(0, 5))).outcome.state).toBe('truncated');
    const small = concat(makeJxl(), u32be(7), latin1('xml '), noise(20));
    expect((await walkWith(jxl, small)).outcome.state).toBe('malformed');
  });
});
