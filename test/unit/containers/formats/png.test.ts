import { describe, expect, it } from 'vitest';
import {
  HEAD_BYTES,
  MAX_BLOCKS_PER_FILE,
  MAX_CHUNKS_PER_FILE,
  MAX_FAR_STEPS,
  READ_AHEAD_BYTES,
} from '../../../../lib/bytes/limits';
import png from '../../../../lib/containers/formats/png';
import { bytes, concat, latin1, noise, u32be } from '../../../support/samples/bytes';
import {
  caBX,
  chunk,
  eXIf,
  FIRST_CHUNK_OFFSET,
  IEND,
  IHDR,
  idatRun,
  iTXt,
  png as makePng,
  PNG_SIGNATURE,
  type PngParts,
  pngXmp,
  tEXt,
  zTXt,
} from '../../../support/samples/png';
import { payloadOf, walkWith } from '../../../support/samples/sources';

const complete = { state: 'complete', value: undefined };
const paths = async (parts: PngParts) => {
  const { blocks, outcome, stats } = await walkWith(png, makePng(parts));
  return { names: blocks.map(({ path }) => path[1]), state: outcome.state, stats };
};

describe('PNG: blocks', () => {
  it('finds nothing in the smallest file, and ends complete', async () => {
    expect(await walkWith(png, makePng())).toMatchObject({ blocks: [], outcome: complete });
  });

  it('gives exact places, before and behind the pixels', async () => {
    const file = makePng({ before: [tEXt('a', 'bc')], after: [eXIf(bytes(77, 77, 0, 42))] });
    const { blocks } = await walkWith(png, file);
    expect(blocks).toEqual([
      { kind: 'png-text', path: ['PNG', 'tEXt'], spans: [{ offset: 41, length: 4 }], key: 'tEXt' },
      { kind: 'exif', path: ['PNG', 'eXIf'], spans: [{ offset: 79, length: 4 }] },
    ]);
    expect(FIRST_CHUNK_OFFSET + 8).toBe(41);
    expect(payloadOf(file, blocks[0] as never)).toEqual(latin1('a\0bc'));
  });

  it('knows every metadata chunk', async () => {
    const all = [
      tEXt('a', 'b'),
      zTXt('c', 'd'),
      iTXt('e', 'f'),
      pngXmp('<x/>'),
      eXIf(bytes(1)),
      caBX(bytes(1)),
    ];
    const { blocks } = await walkWith(
      png,
      makePng({ before: [...all, chunk('iCCP', bytes(1))], after: all }),
    );
    const once = ['png-text', 'png-text', 'png-text', 'png-text', 'exif', 'jumbf'];
    expect(blocks.map(({ kind }) => kind)).toEqual([...once, ...once]);
    expect(blocks.slice(0, 6).map(({ key }) => key)).toEqual([
      'tEXt',
      'zTXt',
      'iTXt',
      'iTXt',
      undefined,
      undefined,
    ]);
  });

  it('passes over empty chunks and bytes behind IEND', async () => {
    expect(await paths({ before: [chunk('tEXt')], trailer: tEXt('a', 'b') })).toMatchObject({
      names: [],
      state: 'complete',
    });
  });

  it('walks CgBI and APNG', async () => {
    const cgbi = concat(PNG_SIGNATURE, chunk('CgBI', bytes(0, 0, 0, 0)), IHDR, tEXt('a', 'b'), IEND);
    expect(await walkWith(png, cgbi)).toMatchObject({ blocks: [{ key: 'tEXt' }], outcome: complete });
    const frames = [chunk('fcTL', noise(26)), chunk('fdAT', noise(500)), tEXt('a', 'b')];
    expect(await paths({ before: [chunk('acTL', noise(8))], after: frames })).toMatchObject({
      names: ['tEXt'],
    });
  });
});

describe('PNG: bad input', () => {
  const start = concat(PNG_SIGNATURE, IHDR, tEXt('a', 'b'));
  const states: Record<string, [Uint8Array, string]> = {
    'a chunk longer than the file': [concat(u32be(1000), latin1('tEXt'), noise(20)), 'truncated'],
    'the largest length': [concat(u32be(2 ** 31 - 1), latin1('tEXt'), noise(20)), 'truncated'],
    'a length past 2^31 − 1': [concat(u32be(2 ** 31), latin1('tEXt'), noise(20)), 'malformed'],
    'a type that is no letters': [concat(u32be(1), bytes(1, 2, 3, 4), noise(20)), 'malformed'],
    'no IEND': [bytes(), 'truncated'],
  };
  for (const [what, [rest, state]] of Object.entries(states))
    it(`ends ${state} for ${what}, with what came before`, async () => {
      const { blocks, outcome } = await walkWith(png, concat(start, rest));
      expect([blocks.length, outcome.state]).toEqual([1, state]);
    });

  it('says malformed for a wrong signature', async () => {
    expect((await walkWith(png, latin1('text that is no picture'))).outcome.state).toBe('malformed');
  });

  it(`walks small chunks over ${MAX_FAR_STEPS} windows and no further`, async () => {
    const chunks = (count: number) =>
      concat(PNG_SIGNATURE, ...Array<Uint8Array>(count).fill(chunk('prVt')), IEND);
    const most = MAX_FAR_STEPS * Math.ceil(READ_AHEAD_BYTES / IEND.length);
    expect((await walkWith(png, chunks(most))).outcome.state).toBe('complete');
    expect((await walkWith(png, chunks(most + 1))).outcome.state).toBe('over-budget');
    expect((await walkWith(png, chunks(MAX_CHUNKS_PER_FILE))).outcome.state).toBe('over-budget');
  });

  it(`gives ${MAX_BLOCKS_PER_FILE} blocks and no more`, async () => {
    const texts = (count: number) => paths({ before: Array<Uint8Array>(count).fill(tEXt('a', 'b')) });
    expect(await texts(MAX_BLOCKS_PER_FILE)).toMatchObject({ state: 'complete' });
    const more = await texts(MAX_BLOCKS_PER_FILE + 1);
    expect([more.state, more.names.length]).toEqual(['over-budget', MAX_BLOCKS_PER_FILE]);
  });
});

describe('PNG: cost without a label', () => {
  const runs: Record<string, Uint8Array[]> = {
    'one large IDAT': idatRun(1, 2_000_000),
    'two IDATs': idatRun(2, 60_000, 30_000),
    '300 IDATs of 4 KB': idatRun(300, 4096, 17),
    '300 IDATs of 8 KB': idatRun(300, 8192, 8191),
    '300 IDATs of 8 KB, the last one full': idatRun(300, 8192),
    '300 IDATs of 8 KB, the last one of one byte': idatRun(300, 8192, 1),
    '24 IDATs of 64 KB': idatRun(24, 65_536, 50_000),
    '24 IDATs of 64 KB, the last one full': idatRun(24, 65_536),
    '4 IDATs of 1 MB': idatRun(4, 1 << 20, 400_000),
  };
  for (const [what, idat] of Object.entries(runs))
    it(`is at most two reads and 32 KB for ${what}`, async () => {
      const { state, stats } = await paths({ idat });
      expect(state).toBe('complete');
      expect(stats.reads).toBeLessThanOrEqual(2);
      expect(stats.bytes).toBeLessThanOrEqual(HEAD_BYTES + READ_AHEAD_BYTES);
    });

  it('is the same for every length of the last IDAT near the limits of a window', async () => {
    for (let last = READ_AHEAD_BYTES - 60; last < READ_AHEAD_BYTES + 20; last++) {
      const { state, stats } = await paths({ idat: idatRun(3, 20_000, last) });
      expect([state, stats.reads <= 2, stats.bytes <= 32 * 1024]).toEqual(['complete', true, true]);
    }
  });
});

describe('PNG: labels behind a run of IDATs', () => {
  const label = iTXt('AIGC', '{"Label":"1"}');
  const large = tEXt('workflow', noise(200_000));

  for (const size of [4096, 8192, 65_536])
    it(`finds a label behind 100 IDATs of ${size} bytes`, async () => {
      const { names, state, stats } = await paths({ idat: idatRun(100, size, 99), after: [label] });
      expect([names, state]).toEqual([['iTXt'], 'complete']);
      expect(stats.reads).toBeLessThanOrEqual(3);
    });

  it('finds every chunk where metadata fills more than the tail, by halving', async () => {
    const { names, state, stats } = await paths({
      idat: idatRun(300, 8192, 99),
      after: [label, large, label],
    });
    expect([names, state]).toEqual([['iTXt', 'tEXt', 'iTXt'], 'complete']);
    expect(stats.reads).toBeLessThanOrEqual(16);
  });

  it('finds them behind a file with a long trailer', async () => {
    const { names, state } = await paths({
      idat: idatRun(60, 8192, 99),
      after: [label],
      trailer: noise(90_000),
    });
    expect([names, state]).toEqual([['iTXt'], 'complete']);
  });

  it('finds them where IDATs differ in length, by walking', async () => {
    const idat = [9000, 12_000, 3000, 20_000, 100, 15_000].map((length, index) => noise(length, index + 1));
    expect(await paths({ idat, after: [large, label] })).toMatchObject({
      names: ['tEXt', 'iTXt'],
      state: 'complete',
    });
  });

  it('does not leap over chunks behind a small IDAT that is alone', async () => {
    const after = Array.from({ length: 40 }, () => tEXt('a', noise(1000)));
    expect((await paths({ idat: [noise(10)], after })).names).toHaveLength(40);
  });

  it('finds them without knowing the size of the file', async () => {
    const file = makePng({ idat: idatRun(20, 8192, 99), after: [label] });
    expect(await walkWith(png, file, { knowsSize: false })).toMatchObject({
      blocks: [{ key: 'iTXt' }],
      outcome: complete,
    });
  });
});

describe('PNG: many far chunks', () => {
  const frames = (count: number, length: number) =>
    Array.from({ length: count }, (_, index) => chunk('fdAT', noise(length + index * 7, index + 1)));

  it('stops over budget in a long animation, with the blocks near its end', async () => {
    const { names, state, stats } = await paths({ after: [...frames(200, 20_000), tEXt('a', 'b')] });
    expect([names, state]).toEqual([['tEXt'], 'over-budget']);
    expect(stats.reads).toBeLessThanOrEqual(28);
  });

  it('ends complete where the tail shows that nothing but pixels was passed over', async () => {
    const idat = Array.from({ length: 100 }, (_, index) => noise(18_000 + index * 11, index + 1));
    expect(await paths({ idat, after: [tEXt('a', 'b')] })).toMatchObject({
      names: ['tEXt'],
      state: 'complete',
    });
  });
});
