import { describe, expect, it } from 'vitest';
import { MAX_RIFF_FORMS } from '../../../../lib/bytes/limits';
import avi from '../../../../lib/containers/formats/avi';
import { concat, latin1, noise, u32le } from '../../../support/samples/bytes';
import {
  FIRST_AVI_CHUNK_OFFSET,
  form,
  info,
  list,
  avi as makeAvi,
  type RiffParts,
} from '../../../support/samples/riff';
import { walkWith } from '../../../support/samples/sources';
import { riffChunk } from '../../../support/samples/webp';

const LABEL = '{"Label":"1"}';
const further = (...after: Uint8Array[]) => form('AVIX', { content: list('movi', noise(31)), after });

const walk = async (file: Uint8Array) => {
  const { blocks, outcome, stats } = await walkWith(avi, file);
  return { blocks, paths: blocks.map(({ path }) => path.join(' › ')), state: outcome.state, stats };
};

describe('AVI', () => {
  it('finds nothing in the smallest file, and ends complete', async () => {
    expect(await walk(makeAvi())).toMatchObject({ blocks: [], state: 'complete' });
  });

  it('gives exact places before and behind the frames', async () => {
    const parts: RiffParts = {
      before: [list('INFO', info('AIGC', LABEL))],
      after: [riffChunk('idx1', noise(16)), riffChunk('C2PA', noise(40))],
    };
    expect(FIRST_AVI_CHUNK_OFFSET).toBe(88);
    expect((await walk(makeAvi(parts))).blocks).toEqual([
      {
        kind: 'riff-info',
        path: ['AVI', 'LIST/INFO', 'AIGC'],
        spans: [{ offset: 108, length: 14 }],
        key: 'AIGC',
      },
      { kind: 'jumbf', path: ['AVI', 'C2PA'], spans: [{ offset: 224, length: 40 }] },
    ]);
  });

  it('walks the further forms of an OpenDML file, and nothing else behind the first', async () => {
    const label = riffChunk('AIGC', latin1(LABEL));
    expect(await walk(concat(makeAvi(), further(), further(label)))).toMatchObject({
      paths: ['AVI › AIGC'],
      state: 'complete',
    });
    expect(await walk(concat(makeAvi(), form('AVI ', { after: [label] })))).toMatchObject({ paths: [] });
    expect(await walk(concat(makeAvi(), noise(50), further(label)))).toMatchObject({ paths: [] });
  });

  it(`walks ${MAX_RIFF_FORMS} forms and no more`, async () => {
    const forms = (count: number) => walk(concat(makeAvi(), ...Array<Uint8Array>(count - 1).fill(further())));
    expect((await forms(MAX_RIFF_FORMS)).state).toBe('complete');
    expect((await forms(MAX_RIFF_FORMS + 1)).state).toBe('over-budget');
  });

  it('says what is wrong: another form, a list longer than the file', async () => {
    expect((await walk(form('WAVE', {}))).state).toBe('malformed');
    const long = concat(latin1('LIST'), u32le(5000), latin1('movi'));
    expect((await walk(makeAvi({ content: long }))).state).toBe('truncated');
  });

  it('costs at most three reads and 48 KB without a label', async () => {
    const { state, stats } = await walk(
      makeAvi({ content: list('movi', noise(900_000)), after: [riffChunk('idx1', noise(60_000))] }),
    );
    expect([state, stats.reads <= 3, stats.bytes <= 48 * 1024]).toEqual(['complete', true, true]);
  });
});
