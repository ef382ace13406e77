import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Wire } from '../../../../lib/reports/channels/exchange';
import { withRetry } from '../../../../lib/reports/ledger/entry-changes';
import {
  addReport,
  changeReport,
  readReport,
  readSummaries,
  removeReports,
} from '../../../../lib/reports/ledger/ledger';
import { saveToken } from '../../../../lib/reports/ledger/tokens';
import { FIRST_DELAY_MS } from '../../../../lib/reports/outbox/back-off';
import { LEASE_MS } from '../../../../lib/reports/outbox/delivery';
import { type OutboxWorld, runOutbox } from '../../../../lib/reports/outbox/outbox';
import { type Receiver, startReceiver } from '../../../support/receiver/receiver';
import { evidenceOf, idOf, submissionTo } from '../../../support/reports/submissions';

const TOKENS = { token: 'reporter', adminToken: 'handler' };
const START = 1_800_000_000_000;

let receiver: Receiver;
let now = START;
let offline = false;
const wakes: number[] = [];

const wire: Wire = { fetch: globalThis.fetch, timeout: () => AbortSignal.timeout(300), now: () => now };
const world: OutboxWorld = {
  wire,
  instant: () => ({ iso: new Date(now).toISOString(), ms: now }),
  chance: () => 0,
  isOffline: () => offline,
  session: async () => undefined,
  reaching: (_, job) => job(),
  wakeBy: async (ms) => void wakes.push(ms),
};

beforeEach(async () => {
  receiver = await startReceiver(TOKENS);
  await removeReports((await readSummaries()).map(({ id }) => id));
  await saveToken(receiver.url, TOKENS.token);
  now = START;
  offline = false;
  wakes.length = 0;
});
afterEach(() => receiver.close());

const add = (number = 1) => addReport(submissionTo({ kind: 'api', url: receiver.url }, number), now);

describe('the outbox', () => {
  it('delivers what is due, and says that nothing waits', async () => {
    await add(1);
    await addReport(
      submissionTo({ kind: 'api', url: receiver.url }, 2, { evidence: evidenceOf('a package') }),
      now,
    );
    expect(await runOutbox(world, true)).toBeUndefined();
    expect(receiver.reports().map(({ arrivals, evidence }) => [arrivals, evidence?.size])).toEqual([
      [1, undefined],
      [1, 9],
    ]);
    expect(await readReport(idOf(1))).toMatchObject({
      state: 'receipt',
      delivery: { state: 'delivered', attempts: 1 },
      receipts: [{ words: 'R-000001', from: 'endpoint' }],
      events: [
        { kind: 'confirmed' },
        { kind: 'delivered', receipt: 'R-000001' },
        { kind: 'status', status: 'received' },
      ],
    });
  });

  it('has itself woken before an attempt that it may not survive', async () => {
    await add();
    await runOutbox(world, true);
    expect(wakes).toEqual([START + LEASE_MS]);
  });

  it('tries again after a lost answer, with one report in the end', async () => {
    await add();
    receiver.misbehave('lose-answer');
    const next = await runOutbox(world, true);
    expect(next).toBe(START + FIRST_DELAY_MS);
    expect(await runOutbox(world, true)).toBe(next);
    now = START + FIRST_DELAY_MS;
    expect(await runOutbox(world, true)).toBeUndefined();
    expect(receiver.reports().map(({ arrivals }) => arrivals)).toEqual([2]);
    expect((await readReport(idOf(1)))?.events.map(({ kind }) => kind)).toEqual([
      'confirmed',
      'attempt',
      'delivered',
      'status',
    ]);
  });

  it('takes up an attempt that was cut off by the end of the browser', async () => {
    await add();
    const cut = { ...world, wakeBy: () => Promise.reject(new Error('the browser ends here')) };
    await expect(runOutbox(cut, true)).rejects.toThrow();
    expect((await readReport(idOf(1)))?.delivery?.state).toBe('sending');
    expect(await runOutbox(world, false)).toBe(START + LEASE_MS);
    expect(receiver.reports()).toEqual([]);
    expect(await runOutbox(world, true)).toBeUndefined();
    expect(receiver.reports()).toHaveLength(1);
  });

  it('leaves one that its person has to help, and goes on with the others', async () => {
    await saveToken(receiver.url, 'wrong');
    await add(1);
    await add(2);
    await runOutbox(world, true);
    expect((await readSummaries()).map(({ delivery }) => delivery)).toEqual(['needs-action', 'needs-action']);
    await saveToken(receiver.url, TOKENS.token);
    await changeReport(idOf(1), (entry) => withRetry(entry, world.instant()));
    await runOutbox(world, true);
    expect((await readSummaries()).map(({ delivery }) => delivery)).toEqual(['delivered', 'needs-action']);
  });

  it('asks nobody without a network', async () => {
    await add();
    offline = true;
    expect(await runOutbox(world, true)).toBe(START);
    expect(receiver.log).toEqual([]);
  });

  it('never repeats a report to an atproto service whose outcome is not known', async () => {
    const item = {
      kind: 'image',
      mediaUrl: 'https://cdn.bsky.app/1',
      pageUrl: 'https://bsky.app/profile/a.example',
      pageTitle: '',
    } as const;
    await addReport(submissionTo({ kind: 'atproto', service: 'did:plc:abc' }, 3, { item }), now);
    const cut = { ...world, wakeBy: () => Promise.reject(new Error('the browser ends here')) };
    await expect(runOutbox(cut, true)).rejects.toThrow();
    await runOutbox(world, true);
    expect((await readReport(idOf(3)))?.delivery).toMatchObject({
      state: 'needs-action',
      problem: { kind: 'unknown-outcome' },
    });
  });
});
