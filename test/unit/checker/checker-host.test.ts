import { describe, expect, it } from 'vitest';
import type { ProvenanceGraph } from '../../../lib/c2pa/credential';
import type { CheckRequest, WorkerTask, WorkerWord } from '../../../lib/checker/check-request';
import { type CheckWorker, checkerHost, type HostOptions } from '../../../lib/checker/checker-host';

const DONE: WorkerWord = { kind: 'done', verified: { check: { kind: 'none' } } };
const FAILED: WorkerWord = { kind: 'failed', why: 'trap' };
const LIBRARY_FAILED: WorkerWord = {
  kind: 'done',
  verified: { check: { kind: 'unchecked', why: 'checker-failed' } },
};

/** What a made-up worker does with a task: says a word, dies with an error event, or never says anything. */
type Reaction = WorkerWord | 'dies' | 'hangs';

function fakeWorkers(reactions: readonly Reaction[]) {
  const log: string[] = [];
  let tasks = 0;
  let made = 0;
  const makeWorker = (): CheckWorker => {
    const id = `w${++made}`;
    const worker: CheckWorker = {
      onmessage: null,
      onerror: null,
      terminate: () => log.push(`${id} ended`),
      postMessage: (task: WorkerTask) => {
        log.push(`${id} ${task.bytes.size}`);
        const reaction = reactions[tasks++] ?? DONE;
        if (reaction === 'dies') queueMicrotask(() => worker.onerror?.({ message: 'out of memory' }));
        else if (reaction !== 'hangs') queueMicrotask(() => worker.onmessage?.({ data: reaction }));
      },
    };
    return worker;
  };
  return { log, makeWorker };
}

const request = (bytes: number, more: Partial<CheckRequest> = {}): CheckRequest => ({
  key: 'https://a.example/1.jpg',
  url: 'https://a.example/1.jpg',
  bytes: new Blob([new Uint8Array(bytes)]),
  mime: 'image/jpeg',
  page: 'https://a.example/',
  maxBytes: 64 * 1024 * 1024,
  trust: {},
  ...more,
});

function host(reactions: readonly Reaction[], options: Partial<HostOptions> = {}) {
  const { log, makeWorker } = fakeWorkers(reactions);
  const checker = checkerHost({
    makeWorker,
    fetch: () => Promise.reject(new TypeError('offline')),
    keepGraph: async () => undefined,
    checkTimeoutMs: () => 5,
    idleMs: 60_000,
    ...options,
  });
  return { checker, log };
}

describe('the host of the checking worker', () => {
  it('gives what the worker says and keeps the worker for the next file', async () => {
    const { checker, log } = host([]);
    expect(await checker.check(request(1))).toEqual({ check: { kind: 'none' } });
    await checker.check(request(2));
    expect(log).toEqual(['w1 1', 'w1 2']);
  });

  it('checks one file at a time, in the order they came', async () => {
    const { checker, log } = host([]);
    await Promise.all([checker.check(request(1)), checker.check(request(2)), checker.check(request(3))]);
    expect(log).toEqual(['w1 1', 'w1 2', 'w1 3']);
  });

  it.each([
    ['fails', FAILED],
    ['dies', 'dies'],
    ['hangs', 'hangs'],
    ['says that the library fell over', LIBRARY_FAILED],
  ] as const)('replaces a worker that %s, once', async (_, reaction) => {
    const { checker, log } = host([reaction]);
    expect(await checker.check(request(1))).toEqual({ check: { kind: 'none' } });
    expect(log).toEqual(['w1 1', 'w1 ended', 'w2 1']);
  });

  it.each([
    ['checker-failed', FAILED],
    ['checker-failed', 'dies'],
    ['timed-out', 'hangs'],
    ['checker-failed', LIBRARY_FAILED],
  ] as const)('says %s when the second worker does no better', async (why, reaction) => {
    const { checker, log } = host([reaction, reaction]);
    expect(await checker.check(request(1))).toEqual({ check: { kind: 'unchecked', why } });
    expect(log).toEqual(['w1 1', 'w1 ended', 'w2 1', 'w2 ended']);
    expect(await checker.check(request(2))).toEqual({ check: { kind: 'none' } });
  });

  it('throws the worker away behind a large file', async () => {
    const { checker, log } = host([]);
    await checker.check(request(16 * 1024 * 1024 + 1));
    expect(log.at(-1)).toBe('w1 ended');
  });

  it('ends the worker when there is nothing to do, and says so', async () => {
    const { log } = await new Promise<{ readonly log: readonly string[] }>((resolve) => {
      const one = host([], { idleMs: 1, onIdle: () => resolve(one) });
      void one.checker.check(request(1));
    });
    expect(log).toEqual(['w1 1', 'w1 ended']);
  });

  it('takes a worker that cannot be made for one that failed', async () => {
    const { checker } = host([], {
      makeWorker: () => {
        throw new Error('no workers here');
      },
    });
    expect(await checker.check(request(1))).toEqual({ check: { kind: 'unchecked', why: 'checker-failed' } });
  });

  it('starts no worker for a file that is too large', async () => {
    const { checker, log } = host([]);
    const large = await checker.check(request(11, { maxBytes: 10 }));
    expect(large).toEqual({ check: { kind: 'unchecked', why: 'too-large' } });
    expect(log).toEqual([]);
  });

  it('starts no worker for a file that cannot be had', async () => {
    const { checker, log } = host([]);
    const { bytes: _, ...remote } = request(1);
    expect(await checker.check(remote)).toEqual({ check: { kind: 'unchecked', why: 'no-bytes' } });
    expect(log).toEqual([]);
  });

  it('waits for storage that hangs a short while only: neither the answer nor the next file hangs on it', async () => {
    const graph = { active: 'a' } as unknown as ProvenanceGraph;
    const word: WorkerWord = { kind: 'done', verified: { check: { kind: 'none' }, graph } };
    const keepGraph = () => new Promise<void>(() => undefined);
    const { checker } = host([word, word], { keepGraph, keepTimeoutMs: 5 });
    const replies = await Promise.all([checker.check(request(1)), checker.check(request(2))]);
    expect(replies.map(({ check }) => check.kind)).toEqual(['none', 'none']);
  });

  it('keeps the history under its key, and does not fail when that fails', async () => {
    const graph = { active: 'a' } as unknown as ProvenanceGraph;
    const word: WorkerWord = { kind: 'done', verified: { check: { kind: 'none' }, graph } };
    const kept: unknown[] = [];
    const { checker } = host([word, word], {
      keepGraph: async (...all) => {
        kept.push(all);
        throw new Error('quota');
      },
    });
    expect(await checker.check(request(1))).toEqual({ check: { kind: 'none' } });
    expect(kept).toEqual([['https://a.example/1.jpg', graph]]);
  });
});
