import { describe, expect, it } from 'vitest';
import { jobQueue } from '../../../lib/net/job-queue';

/** A promise settled from outside, so that a test decides when a job ends. */
function gate<T>() {
  let open!: (value: T) => void;
  let fail!: (error: Error) => void;
  const promise = new Promise<T>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { promise, open, fail };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('jobQueue', () => {
  it('runs no more than its width at once, first come first served', async () => {
    const queue = jobQueue<string>(2, 10, () => true);
    const gates = ['a', 'b', 'c', 'd'].map((key) => ({ key, ...gate<string>() }));
    const started: string[] = [];
    const answers = gates.map(({ key, promise }) =>
      queue.run(key, () => {
        started.push(key);
        return promise;
      }),
    );
    await settle();
    expect(started).toEqual(['a', 'b']);
    gates[1]?.open('B');
    await settle();
    expect(started).toEqual(['a', 'b', 'c']);
    for (const { open, key } of gates) open(key.toUpperCase());
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('does not let a newcomer slip past those in line', async () => {
    const queue = jobQueue<string>(1, 10, () => true);
    const first = gate<string>();
    const started: string[] = [];
    const note = (key: string) => async () => {
      started.push(key);
      return key;
    };
    const running = queue.run('a', () => first.promise);
    const waiting = queue.run('b', note('b'));
    await settle();
    first.open('a');
    const late = running.then(() => queue.run('c', note('c')));
    await Promise.all([running, waiting, late]);
    expect(started).toEqual(['b', 'c']);
  });

  it('joins and remembers: one job per key', async () => {
    const queue = jobQueue<number>(2, 10, () => true);
    let jobs = 0;
    const job = async () => {
      jobs += 1;
      return jobs;
    };
    expect(await Promise.all([queue.run('a', job), queue.run('a', job)])).toEqual([1, 1]);
    expect(await queue.run('a', job)).toBe(1);
    expect(jobs).toBe(1);
  });

  it('asks again after an answer not worth keeping and after a failure', async () => {
    const queue = jobQueue<string>(2, 10, (answer) => answer !== 'late');
    expect(await queue.run('a', async () => 'late')).toBe('late');
    await expect(
      queue.run('a', async () => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    expect(await queue.run('a', async () => 'fine')).toBe('fine');
    expect(await queue.run('a', async () => 'other')).toBe('fine');
  });

  it('forgets the oldest answers beyond what it keeps', async () => {
    const queue = jobQueue<number>(1, 2, () => true);
    let jobs = 0;
    const job = async () => {
      jobs += 1;
      return jobs;
    };
    for (const key of ['a', 'b', 'c', 'b', 'a']) await queue.run(key, job);
    expect(jobs).toBe(4);
  });
});
