import { performance } from 'node:perf_hooks';

/** A way to read a file; what it does with the result does not matter. */
export type Reader = { readonly name: string; read(file: string): Promise<unknown> };

/** What a round took: seconds on the clock, and seconds of processor time in all threads of the process. */
export type Cost = { readonly clock: number; readonly cpu: number };

/** The median round of each reader. */
export type Timing = ReadonlyMap<string, Cost>;

/**
 * Reads all files with every reader, round after round, the readers taking turns within a round and beginning with
 * another each time: a noisy machine slows all of them alike. The first round warms up and does not count.
 */
export async function timeRounds(
  readers: readonly Reader[],
  files: readonly string[],
  rounds: number,
): Promise<Timing> {
  const costs = new Map<string, Cost[]>(readers.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (let turn = 0; turn < readers.length; turn += 1) {
      const reader = readers[(round + turn) % readers.length];
      if (reader === undefined) continue;
      const cost = await timed(reader, files);
      if (round > 0) costs.get(reader.name)?.push(cost);
    }
  return new Map([...costs].map(([name, all]) => [name, medianCost(all)]));
}

/** Processor time is told besides: other processes of a busy machine hardly touch it. */
async function timed(reader: Reader, files: readonly string[]): Promise<Cost> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  for (const file of files) await reader.read(file);
  const { user, system } = process.cpuUsage(used);
  return { clock: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

const medianCost = (costs: readonly Cost[]): Cost => ({
  clock: median(costs.map(({ clock }) => clock)),
  cpu: median(costs.map(({ cpu }) => cpu)),
});

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Prints files per second and processor time for each reader, and both beside those of one of them. */
export function printTiming(title: string, count: number, timing: Timing, base: string): void {
  const unit = timing.get(base) ?? { clock: Number.NaN, cpu: Number.NaN };
  console.log(`\n${title}: ${count} files; beside ${base}`);
  console.log(`  ${'reader'.padEnd(30)}  files/s    times   CPU µs/file    times`);
  for (const [name, { clock, cpu }] of timing)
    console.log(
      [
        `  ${name.padEnd(30)}`,
        (count / clock).toFixed(0).padStart(8),
        (unit.clock / clock).toFixed(2).padStart(8),
        ((cpu / count) * 1e6).toFixed(0).padStart(13),
        (unit.cpu / cpu).toFixed(2).padStart(8),
      ].join(' '),
    );
}
