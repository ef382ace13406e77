import { LEAST_IN_VIEW_MS, type Seen } from './in-page';
import { PARTS } from './processes';
import type { Visit } from './visit';

/** The visits of one page: as many without the extension as with it, in turn. */
export type Pair = { readonly without: readonly Visit[]; readonly with: readonly Visit[] };

const MB = 1024 * 1024;

/** Frames longer than two of sixty a second are seen as a stutter. */
const LONG_FRAME_MS = 33.4;

/** One row: what was measured, its figure, and what is to be reached. */
export type Row = readonly [name: string, figure: string, goal: string];

/** Costs as ratios and differences to the visits without the extension; medians of the rounds. */
export function costRows(
  { without, with: having }: Pair,
  requestGoal: string,
  share?: Share,
): readonly Row[] {
  const both = (value: (visit: Visit) => number) =>
    [median(without.map(value)), median(having.map(value))] as const;
  const [cpu0, cpu1] = both(({ cpuSeconds }) => cpuSeconds);
  const [pss0, pss1] = both(({ pssBytes }) => pssBytes);
  const [long0, long1] = both(({ longTasks }) => longTasks);
  const [longMs0, longMs1] = both(({ longTaskMs }) => longTaskMs);
  const [frame0, frame1] = both(({ frames }) => quantile(frames, 0.95));
  const [slow0, slow1] = both(({ frames }) => frames.filter((ms) => ms > LONG_FRAME_MS).length);
  const more = (part: (typeof PARTS)[number]) => {
    const [part0, part1] = both(({ cpuByPart }) => cpuByPart[part]);
    return `${part} ${signed(part1 - part0, 2)} s`;
  };
  const [, requests] = both((visit) => visit.requests);
  const [, bytes] = both((visit) => visit.bytes);
  return [
    ['CPU', `${ratio(cpu1, cpu0)} (${cpu0.toFixed(2)} → ${cpu1.toFixed(2)} s)`, '≤ 1.3 x'],
    ['CPU more in', PARTS.map(more).join(', '), '–'],
    ...(share ? [shareRow(share, cpu1 - cpu0)] : []),
    ['PSS', `${signed((pss1 - pss0) / MB)} MB (${(pss0 / MB).toFixed(0)})`, '≤ +60 MB'],
    ['long tasks', `${long0} → ${long1} (${longMs0.toFixed(0)} → ${longMs1.toFixed(0)} ms)`, 'none of ours'],
    ['frames: 95 %', `${frame0.toFixed(1)} → ${frame1.toFixed(1)} ms`, 'as without'],
    ['frames over 33 ms', `${slow0} → ${slow1}`, 'as without'],
    ['extra requests', `${requests}`, requestGoal],
    ['extra bytes', `${(bytes / 1024).toFixed(0)} KB`, requestGoal],
    ...idleRow(without.at(-1)?.idleCpu ?? 0, having.at(-1)?.idleCpu ?? 0),
  ];
}

/** How a page of many pictures compares to one of a single one of the same kind: what that cost more, and how many they are. */
export type Share = { readonly onceSeconds: number; readonly pictures: number };

/** Seconds of processor time that the extension adds to a page. */
export function addedCpu({ without, with: having }: Pair): number {
  const cpu = (visits: readonly Visit[]) => median(visits.map(({ cpuSeconds }) => cpuSeconds));
  return cpu(having) - cpu(without);
}

/** Scripts are loaded and compiled once for a page, whatever it shows; the rest grows with its pictures. */
function shareRow({ onceSeconds, pictures }: Share, more: number): Row {
  const each = ((more - onceSeconds) / (pictures - 1)) * 1000;
  return ['CPU more, split', `${onceSeconds.toFixed(2)} s once, ${each.toFixed(1)} ms a picture`, '–'];
}

/** Watched in the last round only. */
function idleRow(without: number, having: number): readonly Row[] {
  if (without === 0 && having === 0) return [];
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [['idle CPU', `${percent(without)} → ${percent(having)}`, 'as without']];
}

/** What became of the labels; latencies from the later of loaded and in view to the frame that draws it. */
export function labelRows({ latencies, expected, labelled, passed, wrong, stale }: Seen): readonly Row[] {
  const ms = (share: number) => (latencies.length === 0 ? '–' : quantile(latencies, share).toFixed(0));
  return [
    ['label drawn after', `${ms(0.5)} ms, 90 %: ${ms(0.9)} ms`, '≤ 60 ms (idle machine)'],
    [
      'labelled',
      `${labelled} of ${expected}${passed > 0 ? `, ${passed} passed in < ${LEAST_IN_VIEW_MS} ms` : ''}`,
      'all',
    ],
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

function signed(value: number, digits = 0): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(digits)}`;
}
