import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of `/proc/PID/stat` in a second (`sysconf(_SC_CLK_TCK)`, 100 on every Linux we meet). */
const TICKS_PER_SECOND = 100;

/** Fields of `/proc/PID/stat` behind the name in brackets, counted from 0 (proc_pid_stat(5)). */
const PARENT = 1;
const USER_TIME = 11;
const SYSTEM_TIME = 12;
const CHILDREN_USER_TIME = 13;
const CHILDREN_SYSTEM_TIME = 14;

/** Whose work it is: the documents', the browser's own, that of its network service. */
export const PARTS = ['pages', 'browser', 'network'] as const;
export type Part = (typeof PARTS)[number];
export type CpuByPart = Readonly<Record<Part, number>>;

/** What all processes below this one have used: a browser is all that the bench starts. */
export type Usage = {
  /** Seconds of processor time, user and system, of the processes alive and of children that have ended. */
  readonly cpuSeconds: number;
  /** The same by what the processes do; those that draw count as the browser's. */
  readonly cpuByPart: CpuByPart;
  /** Proportional set size: shared pages are divided among those who share them. */
  readonly pssBytes: number;
};

/** @param withMemory also adds up PSS, which takes the kernel a while for each process */
export function usageOfChildren(withMemory: boolean): Usage {
  const stats = new Map(processIds().flatMap((pid) => withStat(pid)));
  const ours = [...stats.keys()].filter((pid) => isBelowUs(pid, stats));
  const cpuByPart = { pages: 0, browser: 0, network: 0 };
  for (const pid of ours) cpuByPart[partOf(pid)] += ticksOf(stats.get(pid) ?? []) / TICKS_PER_SECOND;
  const cpuSeconds = PARTS.reduce((sum, part) => sum + cpuByPart[part], 0);
  const pssBytes = withMemory ? ours.reduce((sum, pid) => sum + pssOf(pid), 0) : 0;
  return { cpuSeconds, cpuByPart, pssBytes };
}

/** By its arguments: Chromium names each process' type and service, Firefox those of documents. */
function partOf(pid: number): Part {
  const command = read(`/proc/${pid}/cmdline`);
  if (command.includes('network.mojom')) return 'network';
  return /--type=renderer|-contentproc/.test(command) ? 'pages' : 'browser';
}

function processIds(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function withStat(pid: number): readonly (readonly [number, readonly string[]])[] {
  const text = read(`/proc/${pid}/stat`);
  return text === '' ? [] : [[pid, text.slice(text.lastIndexOf(')') + 2).split(' ')]];
}

function isBelowUs(pid: number, stats: ReadonlyMap<number, readonly string[]>): boolean {
  for (let at = Number(stats.get(pid)?.[PARENT]); at > 1; at = Number(stats.get(at)?.[PARENT]))
    if (at === process.pid) return true;
  return false;
}

function ticksOf(stat: readonly string[]): number {
  const fields = [USER_TIME, SYSTEM_TIME, CHILDREN_USER_TIME, CHILDREN_SYSTEM_TIME];
  return fields.reduce((sum, field) => sum + Number(stat[field] ?? 0), 0);
}

function pssOf(pid: number): number {
  const [, kilobytes = '0'] = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  return Number(kilobytes) * 1024;
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
