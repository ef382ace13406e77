import { describe, expect, it } from 'vitest';
import { MAX_OGG_PAGES, MAX_OGG_STREAMS } from '../../../../lib/bytes/limits';
import ogg from '../../../../lib/containers/formats/ogg';
import { bytes, concat, latin1, noise } from '../../../support/samples/bytes';
import { flacBlock, vorbisComments } from '../../../support/samples/flac';
import {
  c2paPacket,
  FLAC_HEAD,
  OPUS_HEAD,
  opusTags,
  page,
  plainOgg,
  SOUND,
  sharedPage,
  stream,
  VORBIS_HEAD,
  vorbisTags,
} from '../../../support/samples/ogg';
import { payloadOf, walkWith } from '../../../support/samples/sources';

const walk = async (...pages: Uint8Array[]) => {
  const file = concat(...pages);
  const { blocks, outcome, stats } = await walkWith(ogg, file);
  const payloads = blocks.map((block) => payloadOf(file, block));
  return { blocks, paths: blocks.map(({ path }) => path.join(' › ')), payloads, state: outcome.state, stats };
};
const STORE = noise(700);

describe('Ogg: header packets', () => {
  it('finds nothing in a file of unknown codecs, and ends complete', async () => {
    expect(await walk(plainOgg())).toMatchObject({ blocks: [], state: 'complete' });
  });

  it('gives the exact place of comments that share their page', async () => {
    const tags = vorbisTags('AIGC={}');
    const [head = bytes()] = stream(7, [VORBIS_HEAD]);
    const { blocks, state } = await walk(head, sharedPage(7, tags, noise(300)), page(7, 0, [60], SOUND));
    expect(blocks).toEqual([
      { kind: 'vorbis-comment', path: ['Ogg', 'Vorbis'], spans: [{ offset: 95, length: 24 }] },
    ]);
    expect([head.length, state]).toEqual([58, 'complete']);
  });

  it('joins comments that span pages', async () => {
    const entries = ['AIGC={}', `DESCRIPTION=${'x'.repeat(2000)}`];
    const { blocks, payloads } = await walk(...stream(1, [OPUS_HEAD, opusTags(...entries), SOUND], 2));
    expect(blocks.map(({ path, spans }) => [path[1], spans.length])).toEqual([['Opus', 5]]);
    expect(payloads).toEqual([vorbisComments(entries)]);
  });

  it('takes a packet that ends with a page of full segments, by an empty segment', async () => {
    const tags = concat(opusTags('A=b'), new Uint8Array(255 * 2 - opusTags('A=b').length));
    const { payloads, state } = await walk(...stream(1, [OPUS_HEAD, tags, SOUND], 2));
    expect([payloads.map(({ length }) => length), state]).toEqual([[502], 'complete']);
  });

  it('reads FLAC, Theora and Speex in Ogg', async () => {
    const comments = vorbisComments(['A=b']);
    const flac = stream(1, [FLAC_HEAD, flacBlock(4, comments), SOUND]);
    const theora = stream(2, [latin1('\x80theora'), concat(latin1('\x81theora'), comments), SOUND]);
    const speex = stream(3, [latin1('Speex   1.2'), comments, SOUND]);
    for (const one of [flac, theora, speex]) expect((await walk(...one)).payloads).toEqual([comments]);
  });

  it('takes no other packet for comments', async () => {
    expect(await walk(...stream(1, [OPUS_HEAD, noise(40), opusTags('A=b')]))).toMatchObject({
      blocks: [],
      state: 'complete',
    });
  });
});

describe('Ogg: several streams', () => {
  const store = stream(9, [c2paPacket(STORE)], 1);
  const sound = stream(1, [OPUS_HEAD, opusTags('A=b'), SOUND]);

  it('finds a C2PA store put whole in front of the sound', async () => {
    const { paths, payloads, state } = await walk(...store, ...sound);
    expect([paths, state]).toEqual([['Ogg › C2PA', 'Ogg › Opus'], 'complete']);
    expect(payloads[0]).toEqual(STORE);
  });

  it('finds one whose pages mix with those of the sound', async () => {
    const [first, ...rest] = store;
    const long = page(1, 0, [255], new Uint8Array(255));
    const cut = page(1, 1, [255], new Uint8Array(255));
    const mixed = [sound[0], first, sound[1], long, ...rest.flatMap((one) => [cut, one])];
    const { paths, state } = await walk(...mixed.flatMap((one) => one ?? []));
    expect([paths, state]).toEqual([['Ogg › Opus', 'Ogg › C2PA'], 'complete']);
  });

  it(`follows ${MAX_OGG_STREAMS} streams and no more`, async () => {
    const begun = (count: number) =>
      Array.from({ length: count }, (_, serial) => stream(serial, [SOUND])).flat();
    const last = page(0, 0, [60], SOUND);
    expect((await walk(...begun(MAX_OGG_STREAMS), last)).state).toBe('complete');
    expect((await walk(...begun(MAX_OGG_STREAMS + 1), last)).state).toBe('over-budget');
  });
});

describe('Ogg: bad input', () => {
  const [head = bytes(), tags = bytes()] = stream(1, [OPUS_HEAD, opusTags('A=b')]);

  it('says malformed for lost pages, a stream that begins twice and what is no page', async () => {
    expect((await walk(head, page(1, 1, [5], noise(5)))).state).toBe('malformed');
    expect((await walk(head, head)).state).toBe('malformed');
    expect((await walk(head, noise(300))).state).toBe('malformed');
    expect((await walk(...stream(1, [OPUS_HEAD, noise(900)], 1).slice(0, 2), tags)).state).toBe('malformed');
  });

  it('says truncated where the file ends inside its headers', async () => {
    expect((await walk(head)).state).toBe('truncated');
    expect((await walk(head, tags.subarray(0, -3))).state).toBe('truncated');
  });

  it(`gives up after ${MAX_OGG_PAGES} pages or too many far steps`, async () => {
    const open = page(1, 0, [255], new Uint8Array(255));
    const empty = page(2, 0, [], bytes());
    const cont = page(1, 1, [255], new Uint8Array(255));
    expect((await walk(head, open, ...Array<Uint8Array>(2000).fill(cont))).state).toBe('over-budget');
    expect((await walk(head, ...Array<Uint8Array>(MAX_OGG_PAGES).fill(empty))).state).toBe('over-budget');
  });
});

it('Ogg: costs one read without a label, and only the head', async () => {
  const { state, stats } = await walk(
    ...stream(1, [OPUS_HEAD, opusTags('TITLE=a'), ...Array<Uint8Array>(200).fill(noise(4000))]),
  );
  expect([state, stats]).toEqual(['complete', { bytes: 16_384, reads: 1 }]);
});
