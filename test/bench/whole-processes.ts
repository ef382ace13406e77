import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ROOT } from '../support/source/modules';
import { median } from './rounds';

/** A command that reads all files named in a list, and exits. */
type Command = {
  readonly name: string;
  readonly run: (list: string, files: readonly string[]) => readonly string[];
};

const COMMANDS: readonly Command[] = [
  {
    name: 'bianshi (npm run inspect)',
    run: (_, files) => ['npx', 'vite-node', 'lib/cli/inspect.ts', '--', '--json', ...files],
  },
  { name: 'exiftool -fast2', run: (list) => ['exiftool', '-fast2', '-json', '-q', '-@', list] },
  { name: 'exiftool', run: (list) => ['exiftool', '-json', '-q', '-@', list] },
];

const ROUNDS = 3;

/** Prints how long whole processes take for all files, start-up included; says which are not on this machine. */
export function compareProcesses(title: string, files: readonly string[]): void {
  const list = join(mkdtempSync(join(tmpdir(), 'bianshi-bench-')), 'files.txt');
  writeFileSync(list, files.join('\n'));
  console.log(`\n${title}, as whole processes: ${files.length} files`);
  for (const { name, run } of COMMANDS) {
    const seconds = Array.from({ length: ROUNDS }, () => timed(run(list, files))).filter(Number.isFinite);
    const said = seconds.length === 0 ? 'not on this machine' : `${median(seconds).toFixed(2)} s`;
    console.log(`  ${name.padEnd(34)} ${said.padStart(10)}`);
  }
}

/** Seconds one run takes; NaN where the command cannot be started. */
function timed([command = '', ...args]: readonly string[]): number {
  const started = performance.now();
  const { error } = spawnSync(command, args, { cwd: ROOT, stdio: 'ignore' });
  return error === undefined ? (performance.now() - started) / 1000 : Number.NaN;
}
