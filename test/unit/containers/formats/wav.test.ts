import { describe, expect, it } from 'vitest';
import { MAX_BLOCKS_PER_FILE, MAX_RIFF_TEXTS } from '../../../../lib/bytes/limits';
import wav from '../../../../lib/containers/formats/wav';
import { concat, latin1, noise, u32le } from '../../../support/samples/bytes';
import { comm, id3Tag, txxx } from '../../../support/samples/id3';
import {
  FIRST_WAV_CHUNK_OFFSET,
  info,
  list,
  wav as makeWav,
  type RiffParts,
} from '../../../support/samples/riff';
import { payloadOf, walkWith } from '../../../support/samples/sources';
import { riffChunk } from '../../../support/samples/webp';

const complete = { state: 'complete', value: undefined };
const LABEL = '{"Label":"1"}';
const aigc = riffChunk('AIGC', latin1(LABEL));

const walk = async (parts: RiffParts) => {
  const file = makeWav(parts);
  const { blocks, outcome, stats } = await walkWith(wav, file);
  const payloads = blocks.map((block) => payloadOf(file, block));
  return { blocks, paths: blocks.map(({ path }) => path.join(' › ')), payloads, state: outcome.state, stats };
};

describe('WAV: blocks', () => {
  it('finds nothing in the smallest file, and ends complete', async () => {
    expect(await walkWith(wav, makeWav())).toMatchObject({ blocks: [], outcome: complete });
  });

  it('gives exact places of every kind, odd sizes padded', async () => {
    const id3 = riffChunk('id3 ', id3Tag([txxx('AIGC', LABEL)]));
    const others = [riffChunk('_PMX', latin1('<x/>')), riffChunk('C2PA', noise(9)), id3];
    const { blocks, state } = await walk({ before: [aigc, list('INFO', info('ICMT', 'hi'))], after: others });
    expect(FIRST_WAV_CHUNK_OFFSET).toBe(36);
    expect(blocks).toEqual([
      { kind: 'riff-info', path: ['WAV', 'AIGC'], spans: [{ offset: 44, length: 13 }], key: 'AIGC' },
      {
        kind: 'riff-info',
        path: ['WAV', 'LIST/INFO', 'ICMT'],
        spans: [{ offset: 78, length: 3 }],
        key: 'ICMT',
      },
      { kind: 'xmp', path: ['WAV', 'XMP'], spans: [{ offset: 118, length: 4 }] },
      { kind: 'jumbf', path: ['WAV', 'C2PA'], spans: [{ offset: 130, length: 9 }] },
      {
        kind: 'id3',
        path: ['WAV', 'id3', 'ID3v2.4', 'TXXX'],
        spans: [{ offset: 168, length: 19 }],
        key: 'TXXX',
      },
    ]);
    expect(state).toBe('complete');
  });

  it('passes over other lists, lists in lists and empty texts', async () => {
    const nested = list('INFO', list('INFO', info('AIGC', LABEL)), riffChunk('ICMT', latin1('')));
    const { paths } = await walk({
      after: [list('adtl', info('labl', 'x')), nested, riffChunk('LIST', latin1('IN'))],
    });
    expect(paths).toEqual([]);
  });

  it('takes ID3 also under the other name', async () => {
    const { paths } = await walk({ after: [riffChunk('ID3 ', id3Tag([comm('hi')]))] });
    expect(paths).toEqual(['WAV › ID3 › ID3v2.4 › COMM']);
  });
});

describe('WAV: sizes beyond 32 bits, and unknown ones', () => {
  const ds64 = (data: number) =>
    riffChunk('ds64', concat(new Uint8Array(8), u32le(data), new Uint8Array(12)));
  const open = concat(latin1('data'), u32le(0xffffffff), noise(21), new Uint8Array(1));

  for (const magic of ['RF64', 'BW64'])
    it(`takes the length of the sound in ${magic} from ds64`, async () => {
      const parts = { magic, riffSize: 0xffffffff, before: [ds64(21)], content: open, after: [aigc] };
      expect(await walk(parts)).toMatchObject({ paths: ['WAV › AIGC'], state: 'complete' });
      expect((await walk({ ...parts, before: [ds64(5000)] })).state).toBe('truncated');
    });

  it('lets sound of unknown length take the rest of a file of unknown length', async () => {
    const parts = { riffSize: 0xffffffff, content: open };
    expect(await walk({ ...parts, before: [aigc] })).toMatchObject({
      paths: ['WAV › AIGC'],
      state: 'complete',
    });
    expect((await walkWith(wav, makeWav(parts), { knowsSize: false })).outcome).toEqual(complete);
    expect((await walk({ content: open })).state).toBe('truncated');
  });

  it('says truncated where the header says more than there is, with the blocks found', async () => {
    expect(await walk({ after: [aigc], riffSize: 5000 })).toMatchObject({
      paths: ['WAV › AIGC'],
      state: 'truncated',
    });
  });
});

describe('WAV: bad input', () => {
  it('says malformed for a text longer than its list, with all else', async () => {
    const broken = list('INFO', info('ISFT', 'a'), concat(latin1('ICMT'), u32le(500), latin1('hi')));
    const { paths, state } = await walk({ before: [broken], after: [aigc] });
    expect([paths, state]).toEqual([['WAV › LIST/INFO › ISFT', 'WAV › AIGC'], 'malformed']);
  });

  it('says truncated for an ID3 tag longer than its chunk', async () => {
    const tag = id3Tag([comm('hi')], { size: 5000 });
    expect((await walk({ after: [riffChunk('id3 ', tag)] })).state).toBe('truncated');
  });

  it('says malformed for another RIFF form', async () => {
    expect((await walkWith(wav, latin1('RIFF\x20\0\0\0WEBPfmt '))).outcome.state).toBe('malformed');
  });

  it('opens a thousand lists in one another once', async () => {
    let bomb = list('INFO');
    for (let depth = 0; depth < 1000; depth++) bomb = list('INFO', bomb);
    expect(await walk({ after: [bomb, aigc] })).toMatchObject({ paths: ['WAV › AIGC'], state: 'complete' });
  });

  it(`walks ${MAX_RIFF_TEXTS} texts of a list and no more`, async () => {
    const texts = (count: number) =>
      walk({ after: [list('INFO', ...Array<Uint8Array>(count).fill(info('ICMT', 'a')))] });
    expect(await texts(MAX_RIFF_TEXTS)).toMatchObject({ state: 'complete' });
    const more = await texts(MAX_RIFF_TEXTS + 1);
    expect([more.state, more.paths.length]).toEqual(['over-budget', MAX_BLOCKS_PER_FILE]);
  });
});

it('WAV: costs at most two reads and 32 KB without a label', async () => {
  const { state, stats } = await walk({
    content: riffChunk('data', noise(900_000)),
    after: [list('INFO', info('ISFT', 'Lavf'))],
  });
  expect([state, stats.reads <= 2, stats.bytes <= 32 * 1024]).toEqual(['complete', true, true]);
});
