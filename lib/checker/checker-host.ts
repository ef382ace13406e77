import type { ProvenanceGraph } from '../c2pa/credential';
import { jobQueue } from '../net/job-queue';
import type { CheckReply, CheckRequest, WorkerTask, WorkerWord } from './check-request';
import { type FetchFailure, fetchWhole } from './fetch-whole';

/** Files downloaded at the same time; they are checked one after the other. */
const DOWNLOADS_AT_ONCE = 2;

/** The worker is thrown away behind a file larger than this: memory of WebAssembly never shrinks. */
const LARGE_BYTES = 16 * 1024 * 1024;

/** Longest check of a small file, and what a megabyte adds; real ones take milliseconds per megabyte. */
const CHECK_TIMEOUT_MS = 20_000;
const CHECK_TIMEOUT_MS_PER_MB = 500;

/** Longest wait for a history to be kept; storage that hangs must not hold up the checks behind it. */
const KEEP_TIMEOUT_MS = 5_000;

/** How long a worker is kept with nothing to do; a new one starts in a tenth of a second. */
const IDLE_MS = 10_000;

/** The part of `Worker` used here; an argument, so that tests need no browser. */
export type CheckWorker = {
  postMessage(task: WorkerTask): void;
  terminate(): void;
  onmessage: ((event: { readonly data: WorkerWord }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
};

export type HostOptions = {
  readonly makeWorker: () => CheckWorker;
  readonly fetch: typeof fetch;
  /** Keeps a history for views; a failure costs the history, not the check. */
  readonly keepGraph: (key: string, graph: ProvenanceGraph) => Promise<void>;
  /** The worker has ended after a time without work. */
  readonly onIdle?: () => void;
  readonly idleMs?: number;
  readonly checkTimeoutMs?: (bytes: number) => number;
  readonly keepTimeoutMs?: number;
};

/** Checks credentials in a worker that lives only while there is work. */
export type CheckerHost = {
  /** Never rejects: what could not be checked is `unchecked`, with the reason. */
  check(request: CheckRequest): Promise<CheckReply>;
};

/**
 * Owns the worker: downloads side by side, checks one after the other in order of arrival, each bounded in time. A
 * worker that fails, dies or hangs is replaced once per file.
 */
export function checkerHost(options: HostOptions): CheckerHost {
  return new Host(options);
}

type Outcome = WorkerWord | { readonly kind: 'timed-out' };

class Host implements CheckerHost {
  private readonly downloads = jobQueue<Blob | FetchFailure>(DOWNLOADS_AT_ONCE, 0, () => false);
  private worker: CheckWorker | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private busy = 0;
  private downloadsBegun = 0;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: HostOptions) {}

  async check(request: CheckRequest): Promise<CheckReply> {
    this.busy += 1;
    clearTimeout(this.idle);
    try {
      const bytes = await this.bytesOf(request);
      return typeof bytes === 'string'
        ? unread(bytes)
        : await this.inTurn(() => this.checkBytes(request, bytes));
    } finally {
      this.busy -= 1;
      if (this.busy === 0) this.idle = setTimeout(() => this.rest(), this.options.idleMs ?? IDLE_MS);
    }
  }

  private async bytesOf({ bytes, url, page, maxBytes }: CheckRequest): Promise<Blob | FetchFailure> {
    if (bytes) return bytes.size > maxBytes ? 'too-large' : bytes;
    this.downloadsBegun += 1;
    const key = String(this.downloadsBegun);
    return this.downloads.run(key, () => fetchWhole(url, { fetch: this.options.fetch, page, maxBytes }));
  }

  private inTurn<T>(job: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(job);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async checkBytes(request: CheckRequest, bytes: Blob): Promise<CheckReply> {
    const { key, mime, takeOut, trust } = request;
    const task: WorkerTask = { bytes, mime, trust, ...(takeOut ? { takeOut } : {}) };
    const first = await this.attempt(task);
    const outcome = first.kind === 'done' ? first : await this.attempt(task);
    if (bytes.size > LARGE_BYTES) this.dismiss();
    if (outcome.kind === 'timed-out') return unchecked('timed-out');
    if (outcome.kind === 'failed') return unchecked('checker-failed');
    const { check, graph } = outcome.verified;
    if (graph) await inTime(this.options.keepGraph(key, graph), this.options.keepTimeoutMs);
    return { check };
  }

  /** One try with the standing worker, or a new one; a worker that did not do its work is not used again. */
  private async attempt(task: WorkerTask): Promise<Outcome> {
    const outcome = await this.ask(task);
    const failed =
      outcome.kind === 'done' && isFailure(outcome) ? { kind: 'failed' as const, why: 'library' } : outcome;
    if (failed.kind !== 'done') this.dismiss();
    return failed;
  }

  private ask(task: WorkerTask): Promise<Outcome> {
    return new Promise((resolve) => {
      const limit = (this.options.checkTimeoutMs ?? checkTimeoutMs)(task.bytes.size);
      const timer = setTimeout(() => resolve({ kind: 'timed-out' }), limit);
      const end = (outcome: Outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      try {
        this.worker ??= this.options.makeWorker();
        this.worker.onmessage = ({ data }) => end(data);
        this.worker.onerror = ({ message }) => end({ kind: 'failed', why: message ?? 'worker' });
        this.worker.postMessage(task);
      } catch {
        end({ kind: 'failed', why: 'no worker' });
      }
    });
  }

  private dismiss(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }

  private rest(): void {
    this.dismiss();
    this.options.onIdle?.();
  }
}

/** Waits for something that may fail or hang. */
async function inTime(done: Promise<unknown>, timeoutMs = KEEP_TIMEOUT_MS): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([done.catch(() => undefined), late]);
  clearTimeout(timer);
}

/** The library fell over in a way that may have damaged its memory. */
function isFailure({ verified: { check } }: Extract<WorkerWord, { kind: 'done' }>): boolean {
  return check.kind === 'unchecked' && check.why === 'checker-failed';
}

function checkTimeoutMs(bytes: number): number {
  return CHECK_TIMEOUT_MS + CHECK_TIMEOUT_MS_PER_MB * Math.ceil(bytes / (1024 * 1024));
}

function unread(failure: FetchFailure): CheckReply {
  if (failure === 'refused') return { ...unchecked('no-bytes'), refused: true };
  return unchecked(failure);
}

function unchecked(why: 'timed-out' | 'checker-failed' | 'too-large' | 'no-bytes'): CheckReply {
  return { check: { kind: 'unchecked', why } };
}
