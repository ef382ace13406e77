import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mediaReader } from '../../../entrypoints/background/media-reader';
import { readPermits } from '../../../entrypoints/background/read-permits';
import { ftyp, handler, iinf, iloc, mdat, meta, type PictureItem } from '../../support/samples/bmff';
import { concat, noise } from '../../support/samples/bytes';
import { jpeg } from '../../support/samples/jpeg';
import { idatRun, png, tEXt } from '../../support/samples/png';
import { riffChunk, webp } from '../../support/samples/webp';
import { type RangeAnswer, rangeAnswer } from '../../support/server/range-answer';

/** As large as pictures of the web are (median about 124 KB). */
const PIXELS = 130_000;
const MOST_BYTES = 64 * 1024;

const IMAGE: PictureItem = { id: 1, type: 'av01', extents: [[0, 1]] };
const avif = concat(ftyp('avif', 'mif1'), meta(handler('pict'), iloc(IMAGE), iinf(IMAGE)), mdat(PIXELS));
const smallChunks = png({ idat: idatRun(16, 8192, 700) });
const labelledBehind = png({ idat: idatRun(16, 8192, 700), after: [tEXt('AIGC', '{"Label":"1"}')] });

const PICTURES: readonly (readonly [string, string, Uint8Array])[] = [
  ['a JPEG', 'a.jpg', jpeg({ scan: noise(PIXELS).map((byte) => byte & 0x7f) })],
  ['a JPEG whose name says nothing', 'a', jpeg({ scan: noise(PIXELS).map((byte) => byte & 0x7f) })],
  ['a PNG of small chunks', 'a.png', smallChunks],
  ['a PNG of one chunk', 'a.png', png({ idat: [noise(PIXELS)] })],
  ['a WebP', 'a.webp', webp({ image: [riffChunk('VP8 ', noise(PIXELS))] })],
  [
    'a WebP with a colour profile',
    'a.webp',
    webp({ before: [riffChunk('ICCP', noise(500))], image: [riffChunk('VP8 ', noise(PIXELS))] }),
  ],
  ['an AVIF', 'a.avif', avif],
];

const asked: string[] = [];
let sent = 0;
let serve: (range: string | undefined) => RangeAnswer;

beforeEach(() => {
  asked.length = 0;
  sent = 0;
  vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
    const { Range: range } = headers;
    asked.push(range ?? '');
    const answer = serve(range);
    sent += answer.body.length;
    return new Response(answer.body, answer);
  });
});

afterEach(() => vi.unstubAllGlobals());

const reader = () => {
  const read = mediaReader(readPermits(() => 0));
  return (name: string) =>
    read({ url: `https://cdn.example/${name}`, kind: 'image', page: 'https://news.example/', tabId: 1 });
};

describe('an unlabelled picture of another site', () => {
  it.each(PICTURES)('costs one request and at most 64 KB: %s', async (_, name, bytes) => {
    serve = (range) => rangeAnswer(range, bytes, 'image/png');
    const { verdict } = await reader()(name);
    expect(verdict.kind).toBe('no-label');
    expect(asked).toHaveLength(1);
    expect(sent).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('costs one request once its host’s pictures were seen to need their ends', async () => {
    serve = (range) => rangeAnswer(range, smallChunks, 'image/png');
    const read = reader();
    await read('first');
    expect(asked).toEqual(['bytes=0-65535', expect.stringMatching(/^bytes=\d{6}-\d{6}$/)]);
    for (const name of ['second', 'third']) await read(name);
    expect(asked.slice(2)).toEqual(Array(2).fill('bytes=0-45055,-16384'));
    await read('fourth.jpg');
    expect(asked[4]).toBe('bytes=0-16383');
  });

  it('is asked for as ever where a server gives no two ranges, which it is asked once', async () => {
    serve = (range) => rangeAnswer(range?.includes(',') ? undefined : range, smallChunks, 'image/png');
    const read = reader();
    for (const name of ['first.png', 'second.png']) expect((await read(name)).verdict.kind).toBe('no-label');
    expect(asked.filter((range) => range.includes(','))).toHaveLength(1);
    expect(asked).toHaveLength(5);
  });
});

describe('a PNG with a label behind its pixels', () => {
  it.each(['a.png', 'a'])('is read as such, named %s', async (name) => {
    serve = (range) => rangeAnswer(range, labelledBehind, 'image/png');
    expect((await reader()(name)).verdict.kind).toBe('ai');
    expect(asked).toHaveLength(name === 'a' ? 2 : 1);
  });
});
