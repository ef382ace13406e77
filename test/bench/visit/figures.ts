import type { Seen } from './in-page';
import type { Visit } from './visit';

/** The visits of one page: as many without the extension as with it, in turn. */
export type Pair = { readonly without: readonly Visit[]; readonly with: readonly Visit[] };

const MB = 1024 * 1024;

/** Frames longer than two of sixty a second are seen as a stutter. */
const LONG_FRAME_MS = 33.4;

/** One row: what was measured, its figure, and what is to be reached. */
export type Row = readonly [name: string, figure: string, goal: string];

/** Costs as ratios and differences to the visits without the extension; medians of the rounds. */
export function costRows({ without, with: having }: Pair, requestGoal: string): readonly Row[] {
  const both = (value: (visit: Visit) => number) =>
    [median(without.map(value)), median(having.map(value))] as const;
  const [cpu0, cpu1] = both(({ cpuSeconds }) => cpuSeconds);
  const [pss0, pss1] = both(({ pssBytes }) => pssBytes);
  const [long0, long1] = both(({ longTasks }) => longTasks);
  const [longMs0, longMs1] = both(({ longTaskMs }) => longTaskMs);
  const [frame0, frame1] = both(({ frames }) => quantile(frames, 0.95));
  const [slow0, slow1] = both(({ frames }) => frames.filter((ms) => ms > LONG_FRAME_MS).length);
  const [, requests] = both((visit) => visit.requests);
  const [, bytes] = both((visit) => visit.bytes);
  return [
    ['CPU', `${ratio(cpu1, cpu0)} (${cpu0.toFixed(2)} → ${cpu1.toFixed(2)} s)`, '≤ 1.3 x'],
    ['PSS', `${signed((pss1 - pss0) / MB)} MB (${(pss0 / MB).toFixed(0)})`, '≤ +60 MB'],
    ['long tasks', `${long0} → ${long1} (${longMs0.toFixed(0)} → ${longMs1.toFixed(0)} ms)`, 'none of ours'],
    ['frames: 95 %', `${frame0.toFixed(1)} → ${frame1.toFixed(1)} ms`, 'as without'],
    ['frames over 33 ms', `${slow0} → ${slow1}`, 'as without'],
    ['extra requests', `${requests}`, requestGoal],
    ['extra bytes', `${(bytes / 1024).toFixed(0)} KB`, requestGoal],
    ...idleRow(without.at(-1)?.idleCpu ?? 0, having.at(-1)?.idleCpu ?? 0),
  ];
}

/** Watched in the last round only. */
function idleRow(without: number, having: number): readonly Row[] {
  if (without === 0 && having === 0) return [];
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [['idle CPU', `${percent(without)} → ${percent(having)}`, 'as without']];
}

/** What became of the labels; latencies from the later of loaded and in view to the frame that draws it. */
export function labelRows({ latencies, expected, labelled, wrong, stale }: Seen): readonly Row[] {
  const ms = (share: number) => (latencies.length === 0 ? '–' : quantile(latencies, share).toFixed(0));
  return [
    ['label drawn after', `${ms(0.5)} ms, 90 %: ${ms(0.9)} ms`, '≤ 60 ms (idle machine)'],
    ['labelled', `${labelled} of ${expected}`, 'all'],
    ['false, stale', `${wrong}, ${stale}`, '0, 0'],
  ];
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which that share lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}

function ratio(value: number, base: number): string {
  return base === 0 ? '–' : `${(value / base).toFixed(2)} x`;
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(0)}`;
}
