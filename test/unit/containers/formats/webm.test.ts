import { describe, expect, it } from 'vitest';
import { HEAD_BYTES, MAX_SEGMENT_ELEMENTS, MAX_SEGMENT_TEXTS } from '../../../../lib/bytes/limits';
import webm from '../../../../lib/containers/formats/webm';
import { bytes, concat, noise } from '../../../support/samples/bytes';
import { walkWith } from '../../../support/samples/sources';
import {
  attachments,
  cluster,
  cues,
  EBML_HEADER,
  element,
  webm as makeWebm,
  openElement,
  SEGMENT_OFFSET,
  seekHead,
  segmentInfo,
  simpleTag,
  tags,
  type WebmParts,
} from '../../../support/samples/webm';

const [INFO, TAGS, CUES] = [0x1549a966, 0x1254c367, 0x1c53bb6b];
const label = tags(simpleTag('AIGC', '{"Label":"1"}'));

const walkFile = async (file: Uint8Array) => {
  const { blocks, outcome, stats } = await walkWith(webm, file);
  return { blocks, names: blocks.map(({ path }) => path[1]), state: outcome.state, stats };
};
const walk = (parts: WebmParts) => walkFile(makeWebm(parts));
const TRACKS_BYTES = 42;
const CLUSTER_BYTES = cluster().length;
const many = (count: number, length: number) => Array<Uint8Array>(count).fill(cluster(length));

describe('WebM: texts', () => {
  it('finds nothing in the smallest file, and ends complete', async () => {
    expect(await walk({})).toMatchObject({ blocks: [], state: 'complete' });
  });

  it('gives exact places of Info and Tags', async () => {
    const elements = [segmentInfo('a'), label, cluster()];
    const { blocks, state } = await walk({ elements });
    const at = SEGMENT_OFFSET + 42 + 12;
    expect(blocks).toEqual([
      { kind: 'ebml', path: ['WebM', 'Info'], spans: [{ offset: at, length: 25 }], key: 'Info' },
      {
        kind: 'ebml',
        path: ['WebM', 'Tags'],
        spans: [{ offset: at + 37, length: label.length - 12 }],
        key: 'Tags',
      },
    ]);
    expect([SEGMENT_OFFSET, state]).toEqual([38, 'complete']);
  });

  it('finds tags behind the clusters by the index, and all that follow them', async () => {
    const elements = [segmentInfo('a'), ...many(50, 20_000), cues(), label, label];
    for (const indexed of [[INFO, CUES, TAGS], [TAGS], [CUES]]) {
      const { names, state, stats } = await walk({ elements, indexed });
      expect([names, state, stats.reads]).toEqual([['Info', 'Tags', 'Tags'], 'complete', 2]);
    }
  });

  it('takes tags between clusters that the index names, each once', async () => {
    const elements = [cluster(), label, cluster(), cues()];
    expect(await walk({ elements, indexed: [TAGS, CUES] })).toMatchObject({
      names: ['Tags'],
      state: 'complete',
    });
  });

  it('believes an index that names nothing behind the clusters', async () => {
    const { names, stats } = await walk({
      elements: [segmentInfo('a'), ...many(90, 20_000)],
      indexed: [INFO],
    });
    expect([names, stats]).toEqual([['Info'], { bytes: HEAD_BYTES, reads: 1 }]);
  });

  it('follows an index to a second one', async () => {
    const first = seekHead([0x114d9b74, TRACKS_BYTES + 50 + CLUSTER_BYTES]);
    const second = seekHead([TAGS, TRACKS_BYTES + 50 + CLUSTER_BYTES + 50]);
    const elements = [first, cluster(), second, label];
    expect(first.length).toBe(50);
    expect(await walk({ elements })).toMatchObject({ names: ['Tags'], state: 'complete' });
  });

  it('ignores attachments', async () => {
    expect(await walk({ elements: [attachments(90_000), label, cluster()] })).toMatchObject({
      names: ['Tags'],
    });
  });
});

describe('WebM: unknown sizes', () => {
  it('walks a segment of unknown size, also without knowing the file size', async () => {
    const file = makeWebm({ elements: [cluster(), label], open: true });
    for (const knowsSize of [true, false])
      expect(await walkWith(webm, file, { knowsSize })).toMatchObject({
        blocks: [{ key: 'Tags' }],
        outcome: { state: 'complete' },
      });
  });

  it('enters clusters of unknown size', async () => {
    const open = openElement(0x1f43b675, element(0xa3, noise(300)));
    const elements = [segmentInfo('a'), open, open, label];
    expect(await walk({ elements, open: true })).toMatchObject({
      names: ['Info', 'Tags'],
      state: 'complete',
    });
  });

  it('finds what closes a long live stream, and says that it has not seen all', async () => {
    const elements = [...many(60, 20_000), cues(), label];
    expect(await walk({ elements, open: true })).toMatchObject({ names: ['Tags'], state: 'over-budget' });
  });

  it('says malformed for other elements without a size', async () => {
    expect((await walk({ elements: [openElement(TAGS, noise(9))] })).state).toBe('malformed');
    expect((await walkFile(concat(openElement(0x1a45dfa3, bytes()), noise(50)))).state).toBe('malformed');
  });
});

describe('WebM: bad input', () => {
  it('says malformed for an index that lies, with what it finds', async () => {
    const elements = [
      seekHead([TAGS, 100], [TAGS, TRACKS_BYTES + 88 + CLUSTER_BYTES + 40]),
      cluster(),
      cues(),
      label,
    ];
    const { state } = await walk({ elements });
    expect(state).toBe('malformed');
    const good = [seekHead([TAGS, 150], [CUES, TRACKS_BYTES + 88 + CLUSTER_BYTES]), cluster(), cues(), label];
    expect(await walk({ elements: good })).toMatchObject({ names: ['Tags'], state: 'malformed' });
  });

  it('says truncated where the file ends inside the segment', async () => {
    const file = makeWebm({ elements: [label, cluster(5000), cues(), label], indexed: [CUES] });
    expect(await walkFile(file.subarray(0, -200))).toMatchObject({ names: ['Tags'], state: 'truncated' });
    expect(await walkFile(file.subarray(0, -4000))).toMatchObject({ names: ['Tags'], state: 'truncated' });
    expect((await walkFile(EBML_HEADER)).state).toBe('truncated');
  });

  it('says malformed for an element longer than its segment, and for no segment', async () => {
    expect((await walkFile(concat(makeWebm({ elements: [label], size: 90 }), noise(200)))).state).toBe(
      'malformed',
    );
    expect((await walkFile(concat(EBML_HEADER, noise(40)))).state).toBe('malformed');
  });

  it(`takes ${MAX_SEGMENT_TEXTS} elements with texts and no more`, async () => {
    const texts = (count: number) => walk({ elements: Array<Uint8Array>(count).fill(label) });
    expect((await texts(MAX_SEGMENT_TEXTS)).state).toBe('complete');
    expect((await texts(MAX_SEGMENT_TEXTS + 1)).state).toBe('over-budget');
  });

  it(`walks ${MAX_SEGMENT_ELEMENTS} elements and no more`, async () => {
    const voids = (count: number) => Array<Uint8Array>(count).fill(bytes(0xec, 0x80));
    expect((await walk({ elements: voids(MAX_SEGMENT_ELEMENTS - 2) })).state).toBe('complete');
    expect((await walk({ elements: voids(MAX_SEGMENT_ELEMENTS - 1) })).state).toBe('over-budget');
  });
});

it('WebM: costs at most three reads and 48 KB without a label, cues at the end', async () => {
  const elements = [segmentInfo('a'), ...many(300, 20_000), cues(30_000), tags(simpleTag('ENCODER', 'x'))];
  const { state, stats } = await walk({ elements, indexed: [INFO, CUES, TAGS] });
  expect([state, stats.reads <= 3, stats.bytes <= 48 * 1024]).toEqual(['complete', true, true]);
});
