/**
 * First come, first served, at most `width` at once, and one job per key: whoever asks for a key that is
 * waiting, running or recently done gets the same answer.
 */
export type JobQueue<T> = {
  run(key: string, job: () => Promise<T>): Promise<T>;
};

/**
 * @param width jobs running at the same time
 * @param keep answers remembered, oldest forgotten first; 0 remembers none
 * @param worthKeeping whether an answer may be given again (a passing failure should not)
 */
export function jobQueue<T>(width: number, keep: number, worthKeeping: (answer: T) => boolean): JobQueue<T> {
  const answers = new Map<string, Promise<T>>();
  const waiting: (() => void)[] = [];
  let running = 0;

  // A freed place is handed to the first in line, so that a newcomer cannot slip in between.
  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  const slot = async () => {
    if (running >= width) return new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
  };
  const start = async (key: string, job: () => Promise<T>) => {
    await slot();
    try {
      const answer = await job();
      if (!worthKeeping(answer)) answers.delete(key);
      return answer;
    } catch (error) {
      answers.delete(key);
      throw error;
    } finally {
      release();
    }
  };
  const forgetOldest = () => {
    for (const key of answers.keys()) {
      if (answers.size <= keep) return;
      answers.delete(key);
    }
  };
  return {
    run(key, job) {
      const known = answers.get(key);
      if (known) return known;
      const answer = start(key, job);
      answers.set(key, answer);
      forgetOldest();
      return answer;
    },
  };
}
