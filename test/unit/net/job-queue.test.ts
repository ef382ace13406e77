import { describe, expect, it } from 'vitest';
import { type Asker, jobQueue, LeftLine } from '../../../lib/net/job-queue';

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

  describe('with askers', () => {
    const asker = (urgent = false): Asker & { urgent: boolean } => {
      const one = { urgent, isUrgent: () => one.urgent };
      return one;
    };

    /** A queue of width 1 whose only place is taken until `open`, and the jobs in the order in which they began. */
    function taken() {
      const queue = jobQueue<string>(1, 10, () => true);
      const first = gate<string>();
      const began: string[] = [];
      const running = queue.run('first', () => first.promise);
      const ask = (key: string, who?: Asker) => {
        const answer = queue.run(
          key,
          async () => {
            began.push(key);
            return key.toUpperCase();
          },
          who,
        );
        answer.catch(() => undefined);
        return answer;
      };
      const open = async () => {
        first.open('FIRST');
        await running;
        await settle();
      };
      return { queue, began, ask, open };
    }

    it('begins the urgent first, each kind in order of arrival', async () => {
      const { began, ask, open } = taken();
      for (const [key, urgent] of Object.entries({ a: false, b: true, c: false, d: true, e: false }))
        ask(key, asker(urgent));
      await open();
      expect(began).toEqual(['b', 'd', 'a', 'c', 'e']);
    });

    it('asks what is urgent when a place is free, not when the job came', async () => {
      const { began, ask, open } = taken();
      const [a, b] = [asker(true), asker(false)];
      ask('a', a);
      ask('b', b);
      a.urgent = false;
      b.urgent = true;
      await open();
      expect(began).toEqual(['b', 'a']);
    });

    it('counts a job as urgent when one of those who wait for it is', async () => {
      const { began, ask, open } = taken();
      ask('a', asker(false));
      ask('b', asker(false));
      ask('b', asker(true));
      await open();
      expect(began).toEqual(['b', 'a']);
    });

    it('drops what nobody waits for any more, and does it when asked again', async () => {
      const { queue, began, ask, open } = taken();
      const [a, b] = [asker(), asker()];
      const answer = ask('a', a);
      ask('b', b);
      expect(queue.leave(a)).toBe(true);
      await expect(answer).rejects.toThrow(LeftLine);
      await open();
      expect(began).toEqual(['b']);
      expect(await ask('a', a)).toBe('A');
      expect(began).toEqual(['b', 'a']);
    });

    it('keeps a job for which somebody else still waits, in its old place', async () => {
      const { queue, began, ask, open } = taken();
      const [a, again] = [asker(), asker()];
      const left = ask('a', a);
      const stayed = ask('a', again);
      ask('b', asker());
      expect(queue.leave(a)).toBe(true);
      expect(queue.leave(a)).toBe(false);
      await expect(left).rejects.toThrow(LeftLine);
      await open();
      expect(began).toEqual(['a', 'b']);
      expect(await stayed).toBe('A');
    });

    it('keeps a job for which one without a name waits', async () => {
      const { queue, began, ask, open } = taken();
      const a = asker();
      const nameless = ask('a');
      ask('a', a);
      queue.leave(a);
      await open();
      expect([await nameless, began]).toEqual(['A', ['a']]);
    });

    it('does not take back what has begun or is done', async () => {
      const queue = jobQueue<string>(1, 10, () => true);
      const a = asker();
      const first = gate<string>();
      const answer = queue.run('a', () => first.promise, a);
      expect(queue.leave(a)).toBe(false);
      first.open('A');
      expect(await answer).toBe('A');
      expect(queue.leave(a)).toBe(false);
    });
  });
});
