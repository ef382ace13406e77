import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Wire } from '../../../../lib/reports/channels/exchange';
import { withRetry } from '../../../../lib/reports/ledger/entry-changes';
import {
  addReport,
  changeReport,
  readReport,
  readSummaries,
  removeReports,
} from '../../../../lib/reports/ledger/ledger';
import { loadToken, saveToken } from '../../../../lib/reports/ledger/tokens';
import { FIRST_DELAY_MS } from '../../../../lib/reports/outbox/back-off';
import { LEASE_MS } from '../../../../lib/reports/outbox/delivery';
import { firstDue } from '../../../../lib/reports/outbox/lane';
import { createOutbox, MAX_LANES, type OutboxWorld } from '../../../../lib/reports/outbox/outbox';
import { type Receiver, startReceiver } from '../../../support/receiver/receiver';
import { evidenceOf, idOf, submissionTo } from '../../../support/reports/submissions';

const TOKENS = { token: 'reporter', adminToken: 'handler' };
const START = 1_800_000_000_000;

let receiver: Receiver;
let now = START;
let offline = false;
const wakes: number[] = [];

const wire: Wire = { fetch: globalThis.fetch, timeout: () => new AbortController().signal, now: () => now };
const world: OutboxWorld = {
  wire,
  instant: () => ({ iso: new Date(now).toISOString(), ms: now }),
  chance: () => 0,
  isOffline: () => offline,
  session: async () => undefined,
  reaching: (_, job) => job(),
  wakeBy: async (ms) => void wakes.push(ms),
  token: loadToken,
  locked: (_, job) => job(true),
};

/** One run. @returns when the next delivery is due */
async function run(given: Partial<OutboxWorld> = {}): Promise<number | undefined> {
  await createOutbox({ ...world, ...given })();
  return firstDue();
}
/** Waits for what comes about by itself, however busy the machine. */
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000 });
const notAlone: OutboxWorld['locked'] = (_, job) => job(false);

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
    expect(await run()).toBeUndefined();
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
    await run();
    expect(wakes).toEqual([START + LEASE_MS]);
  });

  it('tries again after a lost answer, with one report in the end', async () => {
    await add();
    receiver.misbehave('lose-answer');
    const next = await run();
    expect(next).toBe(START + FIRST_DELAY_MS);
    expect(await run()).toBe(next);
    now = START + FIRST_DELAY_MS;
    expect(await run()).toBeUndefined();
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
    const cut = { wakeBy: () => Promise.reject(new Error('the browser ends here')) };
    await expect(run(cut)).rejects.toThrow();
    expect((await readReport(idOf(1)))?.delivery?.state).toBe('sending');
    expect(await run({ locked: notAlone })).toBe(START + LEASE_MS);
    expect(receiver.reports()).toEqual([]);
    expect(await run()).toBeUndefined();
    expect(receiver.reports()).toHaveLength(1);
  });

  it('leaves one that its person has to help, and goes on with the others', async () => {
    await saveToken(receiver.url, 'wrong');
    await add(1);
    await add(2);
    await run();
    expect((await readSummaries()).map(({ delivery }) => delivery)).toEqual(['needs-action', 'needs-action']);
    await saveToken(receiver.url, TOKENS.token);
    await changeReport(idOf(1), (entry) => withRetry(entry, world.instant()));
    await run();
    expect((await readSummaries()).map(({ delivery }) => delivery)).toEqual(['delivered', 'needs-action']);
  });

  it('asks nobody without a network', async () => {
    await add();
    offline = true;
    expect(await run()).toBe(START);
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
    const cut = { wakeBy: () => Promise.reject(new Error('the browser ends here')) };
    await expect(run(cut)).rejects.toThrow();
    await run();
    expect((await readReport(idOf(3)))?.delivery).toMatchObject({
      state: 'needs-action',
      problem: { kind: 'unknown-outcome' },
    });
  });

  it('tries a preset recipient again whose token the browser has not handed out yet', async () => {
    const { recipient } = submissionTo({ kind: 'api', url: receiver.url });
    const managed = { recipient: { ...recipient, confidence: 'managed' } } as const;
    await addReport(submissionTo({ kind: 'api', url: receiver.url }, 1, managed), now);
    expect(await run({ token: async () => undefined })).toBe(START + FIRST_DELAY_MS);
    expect((await readReport(idOf(1)))?.delivery).toMatchObject({
      state: 'queued',
      problem: { kind: 'token', status: 401 },
    });
    await changeReport(idOf(1), (entry) => withRetry(entry, world.instant()));
    await run({ token: async () => 'wrong' });
    expect((await readReport(idOf(1)))?.delivery?.state).toBe('needs-action');
  });
});

describe('several recipients', () => {
  const base = submissionTo({ kind: 'api', url: '' }).recipient;
  const addTo = (id: string, number: number) =>
    addReport(
      submissionTo({ kind: 'api', url: receiver.url }, number, {
        recipient: { ...base, id, channel: { kind: 'api', url: `${receiver.url}/?${id}` } },
      }),
      now,
    );

  /** A network in which the requests of some reports hang until they are let go. */
  function stalled(numbers: readonly number[]) {
    const begun: string[] = [];
    let release = (): void => undefined;
    const promise = new Promise<void>((resolve) => {
      release = resolve;
    });
    const fetch: Wire['fetch'] = async (url, init) => {
      const key = new Headers(init?.headers).get('Idempotency-Key') ?? '';
      begun.push(key);
      if (numbers.map(idOf).includes(key)) await promise;
      return globalThis.fetch(url, init);
    };
    return { begun, release: () => release(), wire: { ...wire, fetch } };
  }

  const token = async () => TOKENS.token;
  const states = async (): Promise<Record<string, unknown>> =>
    Object.fromEntries((await readSummaries()).map(({ id, delivery }) => [id, delivery]));

  it('do not wait for one that does not answer, and each has its reports in their order', async () => {
    for (const [id, number] of [
      ['a', 1],
      ['a', 2],
      ['b', 3],
      ['b', 4],
      ['c', 5],
    ] as const)
      await addTo(id, number);
    const net = stalled([1]);
    const running = run({ wire: net.wire, token });
    await soon(async () =>
      expect(await states()).toMatchObject({ [idOf(4)]: 'delivered', [idOf(5)]: 'delivered' }),
    );
    expect(await states()).toMatchObject({ [idOf(1)]: 'sending', [idOf(2)]: 'queued' });
    net.release();
    expect(await running).toBeUndefined();
    const orderOf = (...numbers: number[]) => net.begun.filter((key) => numbers.map(idOf).includes(key));
    expect(orderOf(1, 2)).toEqual([idOf(1), idOf(2)]);
    expect(orderOf(3, 4)).toEqual([idOf(3), idOf(4)]);
    expect(receiver.reports().map(({ arrivals }) => arrivals)).toEqual([1, 1, 1, 1, 1]);
  });

  it('are served at once when something is added while another one is waited for, and nobody twice', async () => {
    const mutexes = new Map<string, Promise<unknown>>();
    const locked: OutboxWorld['locked'] = (name, job) => {
      const turn = (mutexes.get(name) ?? Promise.resolve()).then(() => job(true));
      mutexes.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    };
    const net = stalled([1]);
    const deliver = createOutbox({ ...world, wire: net.wire, token, locked });
    await addTo('a', 1);
    const first = deliver();
    await soon(() => expect(net.begun).toEqual([idOf(1)]));
    await addTo('a', 2);
    await addTo('b', 3);
    const later = [deliver(), deliver(), deliver()];
    await soon(async () => expect(await states()).toMatchObject({ [idOf(3)]: 'delivered' }));
    expect(net.begun).toEqual([idOf(1), idOf(3)]);
    net.release();
    await Promise.all([first, ...later]);
    expect(net.begun).toEqual([idOf(1), idOf(3), idOf(2)]);
    expect(receiver.reports().map(({ arrivals }) => arrivals)).toEqual([1, 1, 1]);
  });

  it('are served a few at a time', async () => {
    const all = Array.from({ length: MAX_LANES + 2 }, (_, at) => at + 1);
    for (const number of all) await addTo(`r${number}`, number);
    const net = stalled(all);
    const running = run({ wire: net.wire, token });
    await soon(() => expect(net.begun).toHaveLength(MAX_LANES));
    expect(Object.values(await states()).filter((state) => state === 'sending')).toHaveLength(MAX_LANES);
    net.release();
    expect(await running).toBeUndefined();
    expect(receiver.reports()).toHaveLength(all.length);
  });

  it('are asked once in a run where they let the time run out, the rest of theirs later', async () => {
    await addTo('a', 1);
    await addTo('a', 2);
    receiver.misbehave('stall');
    const hasty = { ...wire, timeout: () => AbortSignal.timeout(200) };
    expect(await run({ token, wire: hasty })).toBe(START);
    expect(await states()).toEqual({ [idOf(1)]: 'queued', [idOf(2)]: 'queued' });
    expect((await readReport(idOf(1)))?.delivery?.problem?.kind).toBe('timed-out');
    expect(await run({ token })).toBe(START + FIRST_DELAY_MS);
    expect(await states()).toEqual({ [idOf(1)]: 'queued', [idOf(2)]: 'delivered' });
  });
});
