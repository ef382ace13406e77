import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type FetchedMedia,
  fetchMedia,
  type MediaFailure,
} from '../../../entrypoints/background/fetch-media';
import { lookAgain } from '../../../entrypoints/background/look-again';
import { picturePage } from '../../../entrypoints/background/picture-page';
import type { Look } from '../../../lib/reports/ledger/entry';
import { LedgerFault } from '../../../lib/reports/ledger/fault';
import * as ledger from '../../../lib/reports/ledger/ledger';
import { idOf, submissionTo } from '../../support/reports/submissions';

vi.mock('../../../entrypoints/background/fetch-media', async (original) => ({
  ...(await original<object>()),
  fetchMedia: vi.fn(),
}));
vi.mock('../../../entrypoints/background/picture-page', () => ({ picturePage: vi.fn() }));
vi.mock('../../../lib/platform/private-guard', () => ({
  reaching: (_: string, job: () => Promise<unknown>) => job(),
}));
vi.mock('../../../lib/reports/ledger/ledger', { spy: true });

const SHA = 'ab'.repeat(32);
const BYTES = new TextEncoder().encode('no picture at all');
const FOUND: FetchedMedia = {
  bytes: BYTES,
  sha256: SHA,
  finalUrl: 'https://cdn.example/1.jpg',
  http: { status: 200, fetchedAt: '2026-11-21T12:00:00+08:00' },
};
const PICTURE = new Blob(['picture']);

/** Adds a report whose text holds a hash, looks again, and gives what was found. */
async function look(got: FetchedMedia | MediaFailure, more: object = {}): Promise<Look | undefined> {
  vi.mocked(fetchMedia).mockResolvedValue(got);
  await ledger.addReport(submissionTo({ kind: 'form', url: 'https://a.example' }, 1, more), 0);
  await lookAgain(idOf(1), async () => undefined);
  const event = (await ledger.readReport(idOf(1)))?.events.at(-1);
  return event?.kind === 'look' ? event.look : undefined;
}

const files = async (): Promise<readonly (string | undefined)[]> => {
  const at = (await ledger.readReport(idOf(1)))?.events.at(-1)?.at ?? '';
  const read = (['copy', 'picture'] as const).map((file) => ledger.readLookFile(idOf(1), at, file));
  return Promise.all((await Promise.all(read)).map((blob) => blob?.text()));
};

/** The disk takes no file larger than `bytes` from now on. */
function fullBeyond(bytes: number): void {
  const { addLook } = ledger;
  vi.mocked(addLook).mockImplementation(async (id, found, kept, at) => {
    const sizes = Object.values(kept).map((blob) => blob.size);
    if (sizes.some((size) => size > bytes)) throw new LedgerFault('full');
    // Its own code, past this stand-in.
    vi.mocked(addLook).mockRestore();
    await ledger.addLook(id, found, kept, at);
  });
}

beforeEach(async () => {
  vi.mocked(ledger.addLook).mockRestore();
  vi.mocked(picturePage).mockResolvedValue({ look: { pageShowsLabel: 'no' }, picture: PICTURE });
  await ledger.removeReports([idOf(1)]);
});

describe('looking again', () => {
  it('tells the same file from another, and keeps it with the picture of its page', async () => {
    const report = JSON.stringify({ sha256: SHA });
    expect(await look(FOUND, { report })).toMatchObject({
      outcome: 'same',
      sha256: SHA,
      bytes: BYTES.length,
      kept: true,
      picture: 'kept',
      pageShowsLabel: 'no',
    });
    expect(await files()).toEqual(['no picture at all', 'picture']);
    expect(await look({ ...FOUND, sha256: 'cd'.repeat(32) })).toMatchObject({ outcome: 'changed' });
  });

  it.each<[MediaFailure, Partial<Look>]>([
    [
      { failure: 'http-error', status: 404 },
      { outcome: 'gone', why: 'HTTP 404' },
    ],
    [
      { failure: 'http-error', status: 451 },
      { outcome: 'gone', why: 'HTTP 451' },
    ],
    [
      { failure: 'http-error', status: 503 },
      { outcome: 'failed', why: 'HTTP 503' },
    ],
    [{ failure: 'timed-out' }, { outcome: 'failed', why: 'timed-out' }],
    [{ failure: 'too-large' }, { outcome: 'failed', why: 'too-large' }],
  ])('says of %j what became of it, and keeps the picture all the same', async (failure, said) => {
    expect(await look(failure)).toMatchObject({ ...said, picture: 'kept' });
    expect(await files()).toEqual([undefined, 'picture']);
  });

  it('keeps no content of a category of which none is kept', async () => {
    vi.mocked(picturePage).mockResolvedValue({ look: {} });
    expect(await look(FOUND, { categoryId: 'obscene-violent' })).not.toHaveProperty('kept');
    expect(await files()).toEqual([undefined, undefined]);
  });
});

describe('looking again with a full disk', () => {
  it('does without the file, says so, and keeps the picture', async () => {
    fullBeyond(PICTURE.size);
    expect(await look(FOUND)).toMatchObject({ outcome: 'there', sha256: SHA, noRoom: true, picture: 'kept' });
    expect(await files()).toEqual([undefined, 'picture']);
  });

  it('does without both, says so, and keeps the words', async () => {
    fullBeyond(0);
    expect(await look(FOUND)).toMatchObject({ outcome: 'there', noRoom: true, picture: 'failed' });
    expect(await files()).toEqual([undefined, undefined]);
  });
});
