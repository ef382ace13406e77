import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../lib/bytes/source';
import { inspect } from '../../../lib/inspect/inspect';
import { httpSource } from '../../../lib/net/http-source';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { boxOf, ftyp, mdtaMeta, moov } from '../../support/samples/bmff';
import { bytes, concat, latin1, noise, u32be, u64be } from '../../support/samples/bytes';
import { IEND, IHDR, PNG_SIGNATURE, tEXt } from '../../support/samples/png';
import { type Piece, SparseFile } from '../../support/samples/sparse';
import { type ByteServer, serveBytes } from '../../support/server/byte-server';

/** Cost grows with the metadata, not with the file: films of 2 GB and pictures of 500 MB, read by ranges. */

const GB = 1024 ** 3;
const MB = 1024 ** 2;
const LABEL = '{"Label":"1","ContentProducer":"001191440300708461136T1WFUO","ProduceID":"7"}';

/** Tables of samples of an hour of film, which nobody needs to look into. */
const TRACK = boxOf('trak', noise(120 * 1024));
const MOOV = moov(TRACK, mdtaMeta({ AIGC: LABEL }));
const FTYP = ftyp('isom', 'mp42');

/** An `mdat` with a 64-bit size that takes `length` bytes with its header (ISO/IEC 14496-12, 4.2). */
const mdatHeader = (length: number) => concat(u32be(1), latin1('mdat'), u64be(length));

const filmWithMoovFirst = (): SparseFile => {
  const head = concat(FTYP, MOOV);
  return new SparseFile(2 * GB, [{ at: 0, bytes: concat(head, mdatHeader(2 * GB - head.length)) }]);
};

const filmWithMoovLast = (): SparseFile => {
  const moovAt = 2 * GB - MOOV.length;
  return new SparseFile(2 * GB, [
    { at: 0, bytes: concat(FTYP, mdatHeader(moovAt - FTYP.length)) },
    { at: moovAt, bytes: MOOV },
  ]);
};

/** A PNG of `size` bytes whose pixels are in chunks of one length, with texts before or behind them. */
const largePng = (size: number, chunkBytes: number, before: Uint8Array, after = bytes()): SparseFile => {
  const head = concat(PNG_SIGNATURE, IHDR, before);
  const pieces: Piece[] = [{ at: 0, bytes: head }];
  let at = head.length;
  const end = size - after.length - IEND.length;
  while (at < end) {
    const length = Math.min(chunkBytes, end - at - 12);
    pieces.push({ at, bytes: concat(u32be(length), latin1('IDAT')) });
    at += length + 12;
  }
  pieces.push({ at, bytes: concat(after, IEND) });
  return new SparseFile(at + after.length + IEND.length, pieces);
};

const TEXT = tEXt('AIGC', LABEL);

const FILES: Readonly<Record<string, () => SparseFile>> = {
  'moov-first.mp4': filmWithMoovFirst,
  'moov-last.mp4': filmWithMoovLast,
  'text-before.png': () => largePng(500 * MB, 8192, TEXT),
  'text-behind.png': () => largePng(500 * MB, 65_536, bytes(), TEXT),
  'one-chunk.png': () => largePng(500 * MB, 500 * MB, bytes(), TEXT),
  'plain.png': () => largePng(500 * MB, 8192, bytes()),
};

/** What each costs: ranged reads, and most bytes. */
const COST: Readonly<Record<string, readonly [reads: number, bytes: number]>> = {
  'moov-first.mp4': [3, 160 * 1024],
  'moov-last.mp4': [3, 160 * 1024],
  'text-before.png': [2, 32 * 1024],
  'text-behind.png': [3, 48 * 1024],
  'one-chunk.png': [2, 32 * 1024],
  'plain.png': [2, 32 * 1024],
};

const rules = loadRuleBook();
const inspected = async (source: ByteSource) => {
  const { verdict, findings, read } = await inspect(source, { rules });
  return { verdict: verdict.kind, signals: findings.map(({ signal }) => signal), read };
};

describe.each(Object.keys(FILES))('%s', (name) => {
  const [mostReads = 0, mostBytes = 0] = COST[name] ?? [];
  const isPlain = name.startsWith('plain');
  let server: ByteServer;
  let file: SparseFile;

  beforeAll(async () => {
    file = (FILES[name] as () => SparseFile)();
    server = await serveBytes(() => file);
  });
  afterAll(() => server.close());

  it.each(['by ranges', 'over HTTP'])('says what it states, at the cost of its metadata: %s', async (way) => {
    const options = { fetch, credentials: 'omit', cache: 'no-store' } as const;
    const source = way === 'by ranges' ? file : httpSource(server.url(name), options);
    const { verdict, signals, read } = await inspected(source);
    expect({ verdict, signals, state: read.state }).toEqual({
      verdict: isPlain ? 'no-label' : 'ai',
      signals: isPlain ? [] : ['gb45438'],
      state: 'complete',
    });
    expect(read.reads).toBeLessThanOrEqual(mostReads);
    expect(read.bytes).toBeLessThanOrEqual(mostBytes);
  });
});

describe('cost', () => {
  it('is the same for a film of 2 GB and one of 20 MB', async () => {
    const small = new SparseFile(20 * MB, [
      { at: 0, bytes: concat(FTYP, MOOV, mdatHeader(20 * MB - FTYP.length - MOOV.length)) },
    ]);
    const [one, other] = [await inspected(small), await inspected(filmWithMoovFirst())];
    expect(one.read).toEqual(other.read);
  });
});
