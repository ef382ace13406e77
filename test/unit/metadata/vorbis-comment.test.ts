import { describe, expect, it } from 'vitest';
import { driveOver } from '../../../lib/bytes/drive';
import { MAX_BLOCK_BYTES, MAX_VORBIS_COMMENTS } from '../../../lib/bytes/limits';
import { joinSpans } from '../../../lib/bytes/span-view';
import { readVorbisComments, type VorbisComment } from '../../../lib/metadata/vorbis-comment';
import { driveWhole } from '../../support/parse';
import { concat, latin1, u32le } from '../../support/samples/bytes';
import { vorbisComments } from '../../support/samples/flac';

/** The entries, and the state in which the reading ended. */
function read(bytes: Uint8Array, view = joinSpans([{ offset: 0, length: bytes.length }])) {
  const comments: VorbisComment[] = [];
  const { state } = driveOver(
    readVorbisComments(view, (one) => comments.push(one)),
    bytes,
  );
  return { comments, state };
}
const names = (bytes: Uint8Array) => read(bytes).comments.map(({ name }) => name);

describe('readVorbisComments', () => {
  it('reads keys in upper case and values with their places', () => {
    const { comments, state } = read(vorbisComments(['aigc={"a":"="}', 'Title=标题\0']));
    expect(comments).toEqual([
      { name: 'AIGC', value: '{"a":"="}', at: 21 },
      { name: 'TITLE', value: '标题', at: 40 },
    ]);
    expect(state).toBe('complete');
  });

  it('passes over entries without a key, without a value, and keeps names special to JavaScript', () => {
    expect(names(vorbisComments(['=x', 'none', 'EMPTY=', '__proto__=x']))).toEqual(['__PROTO__']);
  });

  it('reads entries over several ranges', () => {
    const bytes = vorbisComments(['A=b', 'AIGC={}']);
    const view = joinSpans([
      { offset: 0, length: 20 },
      { offset: 25, length: bytes.length - 20 },
    ]);
    const spread = concat(bytes.subarray(0, 20), latin1('.....'), bytes.subarray(20));
    expect(read(spread, view).comments).toEqual([
      { name: 'A', value: 'b', at: 18 },
      { name: 'AIGC', value: '{}', at: 28 },
    ]);
  });

  it('leaves pictures unread', () => {
    const bytes = vorbisComments([`METADATA_BLOCK_PICTURE=${'x'.repeat(90_000)}`, 'A=b']);
    const view = joinSpans([{ offset: 0, length: bytes.length }]);
    const { asks } = driveWhole(
      readVorbisComments(view, () => undefined),
      bytes,
    );
    expect(read(bytes).comments.map(({ name }) => name)).toEqual(['A']);
    expect(asks.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(200);
  });

  it('says malformed for what does not fit, with the entries before', () => {
    const long = concat(vorbisComments(['A=b'], { count: 2 }), u32le(50), latin1('B=c'));
    expect(read(long)).toMatchObject({ comments: [{ name: 'A' }], state: 'malformed' });
    for (const head of [latin1(''), u32le(500), concat(u32le(0), latin1('ab'))])
      expect(read(head)).toEqual({ comments: [], state: 'malformed' });
  });

  it(`reads ${MAX_VORBIS_COMMENTS} entries, and entries of ${MAX_BLOCK_BYTES} bytes, and no more`, () => {
    const many = (count: number) => read(vorbisComments(Array<string>(count).fill('A=b'))).state;
    expect(many(MAX_VORBIS_COMMENTS)).toBe('complete');
    expect(many(MAX_VORBIS_COMMENTS + 1)).toBe('over-budget');
    const large = (length: number) => read(vorbisComments([`A=${'x'.repeat(length - 2)}`])).state;
    expect(large(MAX_BLOCK_BYTES)).toBe('complete');
    expect(large(MAX_BLOCK_BYTES + 1)).toBe('over-budget');
  });
});
