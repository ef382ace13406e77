import { describe, expect, it } from 'vitest';
import { MAX_FLV_MEDIA_TAGS, MAX_FLV_SCRIPTS } from '../../../../lib/bytes/limits';
import flv from '../../../../lib/containers/formats/flv';
import { bytes, concat, latin1, noise } from '../../../support/samples/bytes';
import {
  amfObject,
  amfString,
  FIRST_TAG_DATA_OFFSET,
  FLV_TYPE,
  flvScript,
  flvTag,
  flv as makeFlv,
} from '../../../support/samples/flv';
import { walkWith } from '../../../support/samples/sources';

const script = flvScript('onMetaData', amfObject({ AIGC: amfString('{}') }));
const frame = flvTag(FLV_TYPE.video, noise(40));
const walk = async (file: Uint8Array) => {
  const { blocks, outcome, stats } = await walkWith(flv, file);
  return { blocks, state: outcome.state, stats };
};

describe('FLV', () => {
  it('finds nothing in the smallest file, and ends complete', async () => {
    expect(await walk(makeFlv())).toMatchObject({ blocks: [], state: 'complete' });
  });

  it('gives the exact place of each script', async () => {
    const { blocks, state } = await walk(makeFlv([script, script]));
    const length = script.length - 15;
    expect(blocks.map(({ kind, path, spans }) => [kind, path.join(' › '), spans])).toEqual([
      ['amf', 'FLV › script', [{ offset: FIRST_TAG_DATA_OFFSET, length }]],
      ['amf', 'FLV › script', [{ offset: FIRST_TAG_DATA_OFFSET + length + 15, length }]],
    ]);
    expect(state).toBe('complete');
  });

  it('finds scripts between the first frames, and none behind them', async () => {
    const frames = (count: number) => Array<Uint8Array>(count).fill(frame);
    expect((await walk(makeFlv([...frames(MAX_FLV_MEDIA_TAGS - 1), script]))).blocks).toHaveLength(1);
    expect((await walk(makeFlv([...frames(MAX_FLV_MEDIA_TAGS), script]))).blocks).toHaveLength(0);
  });

  it('passes over empty and encrypted scripts', async () => {
    const encrypted = flvTag(FLV_TYPE.script | 0x20, noise(9));
    const { blocks, state } = await walk(makeFlv([flvTag(FLV_TYPE.script, bytes()), encrypted]));
    expect([blocks, state]).toEqual([[], 'complete']);
  });

  it('says truncated for a tag longer than the file, and for a file without frames', async () => {
    const file = makeFlv([script, script], 0);
    expect(await walk(file.subarray(0, -6))).toMatchObject({ blocks: [{}], state: 'truncated' });
    expect(await walk(file)).toMatchObject({ blocks: [{}, {}], state: 'truncated' });
  });

  it('says malformed for what is no FLV', async () => {
    expect((await walk(noise(60))).state).toBe('malformed');
    expect((await walk(concat(latin1('FLV\x01\x05'), bytes(0, 0, 0, 2), noise(60)))).state).toBe('malformed');
  });

  it(`takes ${MAX_FLV_SCRIPTS} scripts and no more`, async () => {
    const many = (count: number) => walk(makeFlv(Array<Uint8Array>(count).fill(script)));
    expect((await many(MAX_FLV_SCRIPTS)).state).toBe('complete');
    const more = await many(MAX_FLV_SCRIPTS + 1);
    expect([more.state, more.blocks.length]).toEqual(['over-budget', MAX_FLV_SCRIPTS]);
  });

  it('costs at most three reads and 48 KB without a label', async () => {
    const large = flvTag(FLV_TYPE.video, noise(200_000));
    const { state, stats } = await walk(makeFlv([script, frame, frame, large, large], 30));
    expect([state, stats.reads <= 3, stats.bytes <= 48 * 1024]).toEqual(['complete', true, true]);
  });
});
