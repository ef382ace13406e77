import { describe, expect, it } from 'vitest';
import { MAX_FLAC_BLOCKS, MAX_FLAC_COMMENTS } from '../../../../lib/bytes/limits';
import { RangeReader } from '../../../../lib/bytes/range-reader';
import { memorySource } from '../../../../lib/bytes/source';
import flac from '../../../../lib/containers/formats/flac';
import { walkContainer } from '../../../../lib/containers/walk';
import { bytes, concat, latin1, noise, u32le } from '../../../support/samples/bytes';
import {
  application,
  FIRST_FLAC_BLOCK_OFFSET,
  FLAC_TYPE,
  type FlacParts,
  flacBlock,
  flacComments,
  flac as makeFlac,
} from '../../../support/samples/flac';
import { comm, geob, id3Tag } from '../../../support/samples/id3';
import { info, list } from '../../../support/samples/riff';
import { walkWith } from '../../../support/samples/sources';
import { riffChunk } from '../../../support/samples/webp';

const walk = async (parts: FlacParts) => {
  const { blocks, outcome, stats } = await walkWith(flac, makeFlac(parts));
  return { blocks, paths: blocks.map(({ path }) => path.join(' › ')), state: outcome.state, stats };
};

describe('FLAC', () => {
  it('finds nothing in the smallest file, and ends complete', async () => {
    expect(await walk({})).toMatchObject({ blocks: [], state: 'complete' });
  });

  it('gives exact places of comments, also behind a picture', async () => {
    const comments = flacComments('AIGC={}');
    const { blocks } = await walk({ blocks: [comments, flacBlock(FLAC_TYPE.picture, noise(50)), comments] });
    const path = ['FLAC', 'VORBIS_COMMENT'];
    expect(FIRST_FLAC_BLOCK_OFFSET + 4).toBe(46);
    expect(blocks).toEqual([
      { kind: 'vorbis-comment', path, spans: [{ offset: 46, length: 23 }] },
      { kind: 'vorbis-comment', path, spans: [{ offset: 127, length: 23 }] },
    ]);
  });

  it('finds the C2PA store in a tag in front', async () => {
    const parts = { tags: [id3Tag([geob(noise(200))])], blocks: [flacComments('a=b')] };
    expect((await walk(parts)).blocks.map(({ kind, path }) => [kind, ...path])).toEqual([
      ['jumbf', 'FLAC', 'ID3v2.4', 'GEOB'],
      ['vorbis-comment', 'FLAC', 'VORBIS_COMMENT'],
    ]);
    const walked = await walkContainer(new RangeReader(memorySource(makeFlac(parts))));
    expect([walked.container, walked.outcome.state]).toEqual(['flac', 'complete']);
  });

  it('finds texts among the chunks kept of a WAV, and not its C2PA store', async () => {
    const kept = [
      riffChunk('AIGC', latin1('{}')),
      list('INFO', info('ICMT', 'hi')),
      riffChunk('C2PA', noise(20)),
      concat(latin1('AIGC'), u32le(5000), latin1('{}')),
    ];
    const blocks = [
      ...kept.map((chunk) => application('riff', chunk)),
      application('othr', kept[0] ?? bytes()),
    ];
    expect(await walk({ blocks })).toMatchObject({
      paths: ['FLAC › AIGC', 'FLAC › LIST/INFO › ICMT'],
      state: 'complete',
    });
  });

  it('says what is wrong: no signature, an invalid type, a block longer than the file', async () => {
    expect((await walkWith(flac, noise(60))).outcome.state).toBe('malformed');
    expect((await walk({ blocks: [flacBlock(127, bytes())] })).state).toBe('malformed');
    const long = concat(flacBlock(4, noise(8)).subarray(0, 1), bytes(1, 0, 0), noise(8));
    expect((await walk({ blocks: [long] })).state).toBe('truncated');
    const broken = id3Tag([concat(latin1('TIT2'), bytes(0, 0, 0, 99, 0, 0))]);
    expect(await walk({ tags: [broken], blocks: [flacComments('a=b')] })).toMatchObject({
      paths: ['FLAC › VORBIS_COMMENT'],
      state: 'malformed',
    });
  });

  it(`walks ${MAX_FLAC_BLOCKS} blocks and no more`, async () => {
    const many = (count: number) =>
      walk({ blocks: Array<Uint8Array>(count - 1).fill(flacBlock(1, bytes())) });
    expect((await many(MAX_FLAC_BLOCKS)).state).toBe('complete');
    expect((await many(MAX_FLAC_BLOCKS + 1)).state).toBe('over-budget');
  });

  it(`takes ${MAX_FLAC_COMMENTS} comment blocks and no more`, async () => {
    const many = (count: number) => walk({ blocks: Array<Uint8Array>(count).fill(flacComments('A=b')) });
    expect((await many(MAX_FLAC_COMMENTS)).state).toBe('complete');
    expect((await many(MAX_FLAC_COMMENTS + 1)).state).toBe('over-budget');
  });

  it('costs at most three reads and 48 KB without a label', async () => {
    const picture = flacBlock(FLAC_TYPE.picture, noise(300_000));
    const blocks = [flacComments('TITLE=a'), picture, flacBlock(FLAC_TYPE.padding, new Uint8Array(8192))];
    for (const tags of [[], [id3Tag([comm('hi')])]]) {
      const reader = new RangeReader(memorySource(makeFlac({ tags, blocks, sound: noise(500_000) })));
      const { outcome } = await walkContainer(reader);
      const { reads, bytes: cost } = reader.stats;
      expect([outcome.state, reads <= 3, cost <= 48 * 1024]).toEqual(['complete', true, true]);
    }
  });
});
