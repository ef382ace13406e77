/** Somebody who waits for an answer. Which one it is matters, so that one can leave the line and the others stay. */
export type Asker = {
  /** Whether this one goes before all that are not urgent; asked each time a place is free. */
  isUrgent(): boolean;
};

/**
 * The urgent first, then first come, first served; at most `width` at once, and one job per key: whoever asks for a
 * key that is waiting, running or recently done gets the same answer.
 */
export type JobQueue<T> = {
  /** Rejects with what the job rejects with, or with `LeftLine`. */
  run(key: string, job: () => Promise<T>, asker?: Asker): Promise<T>;
  /**
   * Takes an asker out of the line: its promise rejects with `LeftLine`, and the job is dropped when nobody else waits
   * for it. Gives `false`, and changes nothing, where the job has begun or is done.
   */
  leave(asker: Asker): boolean;
};

/** An asker left before its job began. */
export class LeftLine extends Error {
  override readonly name = 'LeftLine';
}

/** For whom nothing is more urgent than what came before. */
const patient = (): Asker => ({ isUrgent: () => false });

/** A job, and, until it begins, how to tell each of those who wait for it that they left. */
type Job<T> = {
  readonly key: string;
  readonly answer: Promise<T>;
  readonly askers: Map<Asker, (why: LeftLine) => void>;
  begin(): void;
};

/**
 * @param width jobs running at the same time
 * @param keep answers remembered, oldest forgotten first; 0 remembers none
 * @param worthKeeping whether an answer may be given again (a passing failure should not)
 */
export function jobQueue<T>(width: number, keep: number, worthKeeping: (answer: T) => boolean): JobQueue<T> {
  return new Line(width, keep, worthKeeping);
}

class Line<T> implements JobQueue<T> {
  private readonly known = new Map<string, Job<T>>();
  private readonly waiting = new Set<Job<T>>();
  private running = 0;

  constructor(
    private readonly width: number,
    private readonly keep: number,
    private readonly worthKeeping: (answer: T) => boolean,
  ) {}

  run(key: string, work: () => Promise<T>, asker = patient()): Promise<T> {
    const job = this.known.get(key) ?? this.enter(key, work);
    if (!this.waiting.has(job)) return job.answer;
    const left = new Promise<never>((_, reject) => job.askers.set(asker, reject));
    return Promise.race([job.answer, left]);
  }

  leave(asker: Asker): boolean {
    for (const job of this.waiting) {
      const tell = job.askers.get(asker);
      if (!tell) continue;
      job.askers.delete(asker);
      if (job.askers.size === 0) {
        this.waiting.delete(job);
        this.forget(job);
      }
      tell(new LeftLine(job.key));
      return true;
    }
    return false;
  }

  private enter(key: string, work: () => Promise<T>): Job<T> {
    let begin = () => {};
    const turn = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const answer = turn.then(() => this.do(job, work));
    const job: Job<T> = { key, answer, askers: new Map(), begin };
    this.known.set(key, job);
    this.forgetOldest();
    if (this.running < this.width) {
      this.running += 1;
      job.begin();
    } else this.waiting.add(job);
    return job;
  }

  private async do(job: Job<T>, work: () => Promise<T>): Promise<T> {
    try {
      const answer = await work();
      if (!this.worthKeeping(answer)) this.forget(job);
      return answer;
    } catch (error) {
      this.forget(job);
      throw error;
    } finally {
      this.release();
    }
  }

  /** A freed place is handed to the next in line, so that a newcomer cannot slip in between. */
  private release(): void {
    const next = this.next();
    if (!next) {
      this.running -= 1;
      return;
    }
    this.waiting.delete(next);
    next.askers.clear();
    next.begin();
  }

  private next(): Job<T> | undefined {
    const all = [...this.waiting];
    return all.find(({ askers }) => [...askers.keys()].some((asker) => asker.isUrgent())) ?? all[0];
  }

  private forget(job: Job<T>): void {
    if (this.known.get(job.key) === job) this.known.delete(job.key);
  }

  private forgetOldest(): void {
    for (const key of this.known.keys()) {
      if (this.known.size <= this.keep) return;
      this.known.delete(key);
    }
  }
}
