/** Runs a job once a place is free. Resolves and rejects as the job does. */
export type Slots = <T>(job: () => Promise<T>) => Promise<T>;

/** At most `width` jobs at the same time; the others begin in the order in which they came. */
export function createSlots(width: number): Slots {
  let free = width;
  const waiting: (() => void)[] = [];
  const take = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
  };
  // A place that is given up goes to whoever waits longest, without ever being free in between.
  const give = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async (job) => {
    await take();
    try {
      return await job();
    } finally {
      give();
    }
  };
}
