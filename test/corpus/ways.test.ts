import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BYTES_PER_FILE } from '../../lib/bytes/limits';
import type { Budget } from '../../lib/bytes/range-reader';
import { type ByteSource, memorySource } from '../../lib/bytes/source';
import { ALL_FORMATS } from '../../lib/containers/document-registry';
import { inspect } from '../../lib/inspect/inspect';
import { type HttpOptions, httpSource } from '../../lib/net/http-source';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { type CorpusEntry, corpusPath, findCorpus } from '../support/corpus/corpus';
import { OWN_MEDIA_FOLDER, ownMedia } from '../support/corpus/own-media';
import { type ByteServer, serveBytes } from '../support/server/byte-server';
import { byteStreamFetch } from '../support/server/byte-stream-fetch';

/**
 * Every file says the same however its bytes come: whole, by what is asked and no byte more, in odd windows, over a
 * local HTTP server with `Range` and without, and with bodies that drip one byte at a time.
 */

const corpus = findCorpus();
const rules = loadRuleBook();

const FILES = new Map<string, () => Uint8Array>([
  ...ownMedia().map(({ file }): [string, () => Uint8Array] => [
    `own/${file}`,
    () => new Uint8Array(readFileSync(join(OWN_MEDIA_FOLDER, file))),
  ]),
  ...(corpus.found ? corpus.entries : []).map((entry: CorpusEntry): [string, () => Uint8Array] => [
    entry.file,
    () => new Uint8Array(readFileSync(corpusPath(corpus.found ? corpus.folder : '', entry))),
  ]),
]);
if (!corpus.found) console.log(`ways: the project's own media only: ${corpus.reason}`);

/** All but what it cost: that is what the ways differ in. */
async function said(source: ByteSource, budget: Partial<Budget> = {}): Promise<unknown> {
  const { read, ...rest } = await inspect(source, { rules, formats: ALL_FORMATS, budget });
  return { ...rest, state: read.state };
}

/** Windows of a size of their own need more reads than a file may cost. */
const windows = (length: number): Partial<Budget> => ({
  headBytes: length,
  readAheadBytes: length,
  maxReads: Number.POSITIVE_INFINITY,
});

/** The file in one read, however large it is. */
const whole = (length: number): Partial<Budget> => ({
  headBytes: length,
  maxBytes: Number.MAX_SAFE_INTEGER,
  maxCachedBytes: Number.MAX_SAFE_INTEGER,
});

const HTTP: HttpOptions = { fetch, credentials: 'omit', cache: 'no-store' };

/** Most bytes dripped one at a time: 30 times slower than any other way; larger readings are counted below. */
const MAX_DRIPPED_BYTES = 64 * 1024;
const LARGE_PIECE_BYTES = 4099;

describe('one byte at a time', () => {
  it('is how all but a few files are read', async () => {
    const costs = await Promise.all(
      [...FILES.values()].map((load) => inspect(memorySource(load()), { rules, formats: ALL_FORMATS })),
    );
    const larger = costs.filter(({ read }) => read.bytes > MAX_DRIPPED_BYTES);
    console.log(
      `ways: ${larger.length} of ${FILES.size} files cost more than ${MAX_DRIPPED_BYTES} bytes and are read in pieces of ${LARGE_PIECE_BYTES}`,
    );
    expect(larger.length).toBeLessThan(FILES.size / 5);
  });
});

describe.each([...FILES])('%s', (name, load) => {
  let bytes: Uint8Array;
  let expected: unknown;
  let ranged: ByteServer;
  let plain: ByteServer;

  beforeAll(async () => {
    bytes = load();
    expected = await said(memorySource(bytes));
    const body = {
      size: bytes.length,
      bytesAt: (at: number, length: number) => bytes.subarray(at, at + length),
    };
    ranged = await serveBytes(() => body);
    plain = await serveBytes(() => body, { ranges: false });
  });
  afterAll(() => Promise.all([ranged.close(), plain.close()]));

  it('says the same read whole, and in windows of odd sizes', async () => {
    expect(await said(memorySource(bytes), whole(bytes.length))).toEqual(expected);
    for (const length of [1, 7, 4099])
      expect(await said(memorySource(bytes), windows(length)), `${length} bytes`).toEqual(expected);
  });

  it('says the same over HTTP, with Range and without', async () => {
    expect(await said(httpSource(ranged.url(name), HTTP))).toEqual(expected);
    // without ranges a file is read in sequence, up to what any file may cost
    if (bytes.length <= MAX_BYTES_PER_FILE)
      expect(await said(httpSource(plain.url(name), HTTP))).toEqual(expected);
  });

  it('says the same when answers come one byte at a time', async () => {
    const { read } = await inspect(memorySource(bytes), { rules, formats: ALL_FORMATS });
    const length = read.bytes <= MAX_DRIPPED_BYTES ? 1 : LARGE_PIECE_BYTES;
    const source = httpSource('http://drip.invalid/', { ...HTTP, fetch: byteStreamFetch(bytes, length) });
    expect(await said(source)).toEqual(expected);
  });
});
