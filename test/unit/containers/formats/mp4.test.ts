import { describe, expect, it } from 'vitest';
import { MAX_BLOCKS_PER_FILE, MAX_BOX_CHILDREN, MOOV_READ_BYTES } from '../../../../lib/bytes/limits';
import { RangeReader } from '../../../../lib/bytes/range-reader';
import type { ByteSource } from '../../../../lib/bytes/source';
import mp4 from '../../../../lib/containers/formats/mp4';
import { sniff } from '../../../../lib/containers/sniff';
import { walkContainer } from '../../../../lib/containers/walk';
import {
  bareMeta,
  boxOf,
  data,
  freeform,
  ftyp,
  handler,
  keys,
  mdat,
  mdirMeta,
  mdtaMeta,
  meta,
  moov,
  tag,
  udta,
  userText,
  uuidC2pa,
  uuidXmp,
} from '../../../support/samples/bmff';
import { bytes, concat, latin1, noise, u32be } from '../../../support/samples/bytes';
import { box } from '../../../support/samples/jpeg';
import { payloadOf, walkWith } from '../../../support/samples/sources';

const FTYP = ftyp('isom', 'mp42');
const LABEL = '{"Label":"1"}';
const STORE = boxOf('jumb', noise(40));

const walk = async (...parts: readonly Uint8Array[]) => {
  const file = concat(FTYP, ...parts);
  const { blocks, outcome, stats } = await walkWith(mp4, file);
  const payloads = blocks.map((block) => new TextDecoder('latin1').decode(payloadOf(file, block)));
  return {
    blocks,
    tags: blocks.map(({ key }, index) => [key, payloads[index]]),
    names: blocks.map(({ path }) => path.at(-1)),
    payloads,
    state: outcome.state,
    stats,
  };
};

describe('MP4: tags', () => {
  it('gives exact places and the names of keys', async () => {
    const { blocks, state } = await walk(moov(udta(mdtaMeta({ AIGC: LABEL, prompt: 'a cat' }))));
    const path = ['MP4', 'moov', 'udta', 'meta', 'ilst'];
    expect(blocks).toEqual([
      { kind: 'mp4-tag', path, key: 'AIGC', spans: [{ offset: 331, length: 13 }] },
      { kind: 'mp4-tag', path, key: 'prompt', spans: [{ offset: 368, length: 5 }] },
    ]);
    expect(state).toBe('complete');
  });

  it('takes meta directly in moov, in both forms, and in udta', async () => {
    const tags = { AIGC: LABEL };
    const forms = [
      mdtaMeta(tags),
      mdtaMeta(tags, bareMeta),
      udta(mdtaMeta(tags)),
      udta(mdtaMeta(tags, bareMeta)),
    ];
    for (const form of forms) expect((await walk(moov(form))).tags).toEqual([['AIGC', LABEL]]);
  });

  it('names items of lists without keys by their code, spelled-out name or number', async () => {
    const list = mdirMeta(
      tag('\xa9too', data('Lavf')),
      freeform('AIGC', LABEL),
      tag(1, data(LABEL)),
      tag('----', data('nameless')),
    );
    const { tags, blocks } = await walk(moov(udta(list)));
    expect(tags).toEqual([
      ['\xa9too', 'Lavf'],
      ['AIGC', LABEL],
      ['#1', LABEL],
      ['----', 'nameless'],
    ]);
    expect(blocks[1]?.path).toEqual(['MP4', 'moov', 'udta', 'meta', 'ilst', '----']);
  });

  it('names an item by its number where the key is missing, and finds keys behind the list', async () => {
    const list = boxOf('ilst', tag(1, data('a')), tag(2, data('b')));
    expect((await walk(moov(meta(handler('mdta'), list, keys('AIGC'))))).tags).toEqual([
      ['AIGC', 'a'],
      ['#2', 'b'],
    ]);
  });

  it('keeps to text: types 1 and 2, and 0 where it begins like text', async () => {
    const list = mdirMeta(
      tag('covr', data(noise(30), 13)),
      tag('tmpo', data(bytes(0, 90), 21)),
      tag('trkn', data(bytes(0, 0, 0, 1), 0)),
      freeform('open', LABEL, 0),
      freeform('wide', latin1('\0A'), 2),
      freeform('empty', ''),
    );
    const { blocks, tags } = await walk(moov(udta(list)));
    expect(tags).toEqual([
      ['open', LABEL],
      ['wide', '\0A'],
    ]);
    expect(blocks.map(({ encoding }) => encoding)).toEqual([undefined, 'utf-16be']);
  });

  it('gives every value of an item, and QuickTime texts', async () => {
    const user = udta(userText('\xa9cmt', 'first'), mdirMeta(tag('desc', data('a'), data('b'))));
    expect((await walk(moov(user))).tags).toEqual([
      ['\xa9cmt', 'first'],
      ['desc', 'a'],
      ['desc', 'b'],
    ]);
  });

  it('passes over user data texts without text, and the zeros some user data end with', async () => {
    const user = udta(
      boxOf('\xa9abc', bytes(0, 0)),
      userText('\xa9xyz', ''),
      boxOf('WLOC', noise(4)),
      u32be(0),
    );
    expect(await walk(moov(user))).toMatchObject({ tags: [], state: 'complete' });
  });
});

describe('MP4: XMP and C2PA', () => {
  it('gives exact places', async () => {
    const { blocks } = await walk(
      uuidC2pa(STORE),
      moov(udta(boxOf('XMP_', latin1('<x/>')))),
      uuidXmp('<y/>'),
    );
    expect(blocks.map(({ kind, path, spans }) => [kind, path, spans[0].offset, spans[0].length])).toEqual([
      ['jumbf', ['MP4', 'uuid', 'C2PA'], 65, 48],
      ['xmp', ['MP4', 'moov', 'udta', 'XMP_'], 313, 4],
      ['xmp', ['MP4', 'uuid', 'XMP'], 341, 4],
    ]);
  });

  it('takes a store with and without the Merkle offset, and of an original', async () => {
    for (const box of [uuidC2pa(STORE), uuidC2pa(STORE, 'original'), uuidC2pa(STORE, 'manifest', false)])
      expect((await walk(box, moov())).payloads).toEqual([new TextDecoder('latin1').decode(STORE)]);
  });

  it('takes a store of updates, which has no Merkle offset before it', async () => {
    const { blocks, payloads } = await walk(
      uuidC2pa(STORE, 'original'),
      moov(),
      uuidC2pa(STORE, 'update', false),
    );
    expect(blocks.map(({ kind, key }) => [kind, key])).toEqual([
      ['jumbf', undefined],
      ['jumbf', 'update'],
    ]);
    expect(payloads[1]).toBe(new TextDecoder('latin1').decode(STORE));
  });

  it('takes no store from boxes of other purposes and other identifiers', async () => {
    for (const purpose of ['merkle', 'a purpose longer than any'])
      expect((await walk(uuidC2pa(STORE, purpose), moov())).payloads).toEqual([]);
    expect((await walk(boxOf('uuid', noise(60)), boxOf('uuid', noise(5)), moov())).payloads).toEqual([]);
  });
});

describe('MP4: shapes of files', () => {
  const TAGS = udta(mdtaMeta({ AIGC: LABEL }));

  it('finds moov behind the media data, and long sizes', async () => {
    expect((await walk(mdat(), moov(TAGS))).names).toEqual(['ilst']);
    expect((await walk(box('mdat', noise(90), true), moov(TAGS))).names).toEqual(['ilst']);
  });

  it('takes a last box without a size', async () => {
    expect((await walk(moov(TAGS), u32be(0), latin1('mdat'), noise(50))).state).toBe('complete');
    const open = moov(TAGS).slice();
    open.set(u32be(0), 0);
    expect((await walk(mdat(), open)).names).toEqual(['ilst']);
  });

  it('reads the init segment of a fragmented file, and none of its fragments', async () => {
    const fragments = Array.from({ length: 5000 }, () => concat(boxOf('moof', noise(20)), mdat(40)));
    const { names, state, stats } = await walk(moov(TAGS), ...fragments, uuidXmp('<x/>'));
    expect([names, state, stats.reads]).toEqual([['ilst'], 'complete', 1]);
  });

  it('tells a media segment by whatever box it begins with', async () => {
    for (const first of ['moof', 'sidx', 'emsg', 'prft']) {
      const file = concat(boxOf(first, noise(20)), uuidXmp('<x/>'), boxOf('moof', noise(20)), mdat());
      expect([first, sniff(file)?.id]).toEqual([first, 'mp4']);
      const { blocks, outcome } = await walkWith(mp4, file);
      expect([outcome.state, blocks.length]).toEqual(['complete', first === 'moof' ? 0 : 1]);
      expect(mp4.sniff(concat(u32be(3), latin1(first), noise(20)))).toBe(false);
    }
  });

  it('walks a media segment by itself', async () => {
    const file = concat(boxOf('styp', latin1('msdh'), u32be(0)), boxOf('moof', noise(20)), mdat());
    expect(mp4.sniff(file)).toBe(true);
    expect((await walkWith(mp4, file)).outcome.state).toBe('complete');
  });

  it('says truncated where neither moov nor a fragment came', async () => {
    expect((await walk(mdat())).state).toBe('truncated');
  });

  it('passes over padding at the end, and says malformed for junk', async () => {
    expect((await walk(moov(TAGS), bytes(0, 0, 0))).state).toBe('complete');
    expect(await walk(moov(TAGS), noise(100))).toMatchObject({ names: ['ilst'], state: 'malformed' });
  });
});

describe('MP4: damage stays where it is', () => {
  const after = uuidXmp('<x/>');

  it('looks at what stands behind a moov whose boxes lie about their sizes', async () => {
    for (const lie of [0xfffffff0, 7, 2]) {
      const broken = moov(udta(concat(u32be(lie), latin1('meta'), noise(30))));
      expect(await walk(broken, after)).toMatchObject({ names: ['XMP'], state: 'malformed' });
    }
  });

  it('keeps the other tags where one is broken', async () => {
    const broken = boxOf('----', concat(u32be(900), latin1('data')));
    const { tags, state } = await walk(moov(udta(mdirMeta(broken, tag('desc', data('a'))))));
    expect([tags, state]).toEqual([[['desc', 'a']], 'malformed']);
  });

  it('gives tags their numbers where the table of keys is broken', async () => {
    const broken = boxOf('keys', u32be(0), u32be(1), u32be(3), latin1('mdta'));
    const list = boxOf('ilst', tag(1, data(LABEL)));
    expect(await walk(moov(meta(handler('mdta'), broken, list)), after)).toMatchObject({
      names: ['XMP'],
      state: 'malformed',
    });
  });

  it('does not go round in boxes of no size', async () => {
    expect((await walk(boxOf('moov', u32be(0), latin1('udta')))).state).toBe('complete');
    expect((await walk(boxOf('moov', u32be(0), latin1('moov'), noise(50)))).state).toBe('complete');
  });
});

describe('MP4: limits and cost', () => {
  it('costs at most three reads without a label, wherever moov stands', async () => {
    const track = boxOf('trak', noise(MOOV_READ_BYTES / 2));
    const movie = moov(track, udta(mdirMeta(tag('\xa9too', data('Lavf')))));
    for (const parts of [
      [movie, mdat(900_000)],
      [mdat(900_000), movie],
    ]) {
      const { state, stats, names } = await walk(...parts);
      expect([state, names, stats.reads <= 3]).toEqual(['complete', ['ilst'], true]);
    }
  });

  it('costs a handful of reads for 2 GB', async () => {
    const tail = moov(
      boxOf('trak', noise(MOOV_READ_BYTES)),
      boxOf('trak', noise(90_000)),
      udta(mdtaMeta({ AIGC: LABEL })),
    );
    const head = concat(FTYP, u32be(1), latin1('mdat'), u32be(0), u32be(0x7fffff00));
    const at = FTYP.length + 0x7fffff00;
    const reader = new RangeReader(sparse(head, tail, at));
    const { container, blocks, outcome } = await walkContainer(reader);
    expect([container, outcome.state, blocks.map(({ key }) => key)]).toEqual(['mp4', 'complete', ['AIGC']]);
    expect(reader.stats.reads).toBeLessThanOrEqual(6);
    expect(reader.stats.bytes).toBeLessThan(100_000);
  });

  it(`lists ${MAX_BOX_CHILDREN} boxes in a box and no more`, async () => {
    const movie = (count: number) => walk(boxOf('moov', ...Array<Uint8Array>(count).fill(boxOf('free'))));
    expect((await movie(MAX_BOX_CHILDREN)).state).toBe('complete');
    expect((await movie(MAX_BOX_CHILDREN + 1)).state).toBe('over-budget');
  });

  it(`gives ${MAX_BLOCKS_PER_FILE} tags and no more`, async () => {
    const list = (count: number) =>
      walk(moov(udta(mdirMeta(...Array<Uint8Array>(count).fill(tag('desc', data('a')))))));
    expect((await list(MAX_BLOCKS_PER_FILE)).state).toBe('complete');
    const more = await list(MAX_BLOCKS_PER_FILE + 1);
    expect([more.state, more.names.length]).toEqual(['over-budget', MAX_BLOCKS_PER_FILE]);
  });
});

/** A file that is zeros but for its head and its tail. */
const sparse = (head: Uint8Array, tail: Uint8Array, at: number): ByteSource => ({
  size: at + tail.length,
  read: async (offset, length) => {
    const answer = new Uint8Array(Math.min(length, at + tail.length - offset));
    for (const [start, part] of [[0, head] as const, [at, tail] as const]) {
      const from = Math.max(offset, start);
      const piece = part.subarray(from - start, Math.max(from - start, offset + answer.length - start));
      if (from - offset < answer.length)
        answer.set(piece.subarray(0, answer.length - (from - offset)), from - offset);
    }
    return answer;
  },
});
