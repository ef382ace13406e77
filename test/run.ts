import { type StdioOptions, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { bringTrustLists } from './support/start/bring-trust-lists';

/**
 * `npm test`: every check of the project in one run, closing with `N passed, N failed`. A stage that is one
 * command counts as one check; a Vitest stage counts its tests. Later stages run although an earlier one
 * failed, so that one run tells everything; only what needs a build is failed unseen when the build fails.
 */

const OUTPUT = 'test/output';

type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Full names of failed tests with the first line of what they said, so that the end of a log tells what failed. */
  readonly failures: readonly string[];
};
type Stage = { readonly name: string; readonly needsBuild?: true; run(output: Output): Promise<Tally> };
/** Where a stage writes: straight out, or kept until it has ended because another one is writing. */
type Output = 'live' | 'kept';

/** What is run one after the other; the stages of a line run side by side. */
const STAGES: readonly (readonly Stage[])[] = [
  [command('types', ['tsc', '--noEmit']), command('format and lint', ['biome', 'ci', '.'])],
  [vitest('unit and fuzz (short)', ['unit'])],
  [vitest('contracts', ['contracts'])],
  [vitest('corpus', ['corpus'])],
  [command('build for Chromium', ['wxt', 'build', '-b', 'chrome', '--mv3'])],
  [command('build for Firefox', ['wxt', 'build', '-b', 'firefox', '--mv3'])],
  [
    built(command('web-ext lint, Chromium', ['vite-node', 'test/lint-extension.ts', '--', 'chromium'])),
    built(command('web-ext lint, Firefox', ['vite-node', 'test/lint-extension.ts', '--', 'firefox'])),
  ],
  [built(vitest('built manifests and bundles', ['built']))],
  // A browser waits more than it works: two of them at once are done in little more than the time of one.
  [
    built(vitest('end to end, Chromium', ['e2e-chromium'])),
    built(vitest('end to end, Firefox', ['e2e-firefox'])),
  ],
];

function built(stage: Stage): Stage {
  return { ...stage, needsBuild: true };
}

function command(name: string, args: readonly string[]): Stage {
  return {
    name,
    run: async (output) => ((await execute(args, output)) === 0 ? PASSED : FAILED),
  };
}

function vitest(name: string, projects: readonly string[]): Stage {
  const report = join(OUTPUT, `${projects.join('-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name,
    run: async (output) => {
      rmSync(report, { force: true });
      const chosen = projects.flatMap((p) => ['--project', p]);
      const code = await execute(['vitest', 'run', ...chosen, ...reporters], output);
      return readTally(report, code);
    },
  };
}

const PASSED: Tally = { passed: 1, failed: 0, skipped: 0, failures: [] };
const FAILED: Tally = { passed: 0, failed: 1, skipped: 0, failures: [] };

/** Longest line of a failure in the summary, in UTF-16 units. */
const FAILURE_LENGTH = 240;

type TestResult = {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
};
type FileResult = {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly TestResult[];
};
type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly FileResult[];
};

/** A file that failed before its first test (a broken import) and a runner that fell over count as failures. */
function readTally(path: string, code: number): Tally {
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  } catch {
    return FAILED;
  }
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests,
    failures: report.testResults.flatMap((file) => failuresOf(file, broken.includes(file))),
  };
}

function failuresOf(file: FileResult, broken: boolean): readonly string[] {
  const path = relative('.', file.name);
  if (broken) return [`${path}: ${firstLine(file.message)}`];
  return file.assertionResults
    .filter(({ status }) => status === 'failed')
    .map((test) => `${path}: ${test.fullName}: ${firstLine(test.failureMessages[0] ?? '')}`);
}

const firstLine = (text: string) =>
  stripVTControlCharacters(text).split('\n', 1)[0]?.slice(0, FAILURE_LENGTH);

function execute(args: readonly string[], output: Output): Promise<number> {
  return new Promise((resolve) => {
    const stdio = output === 'live' ? 'inherit' : (['ignore', 'pipe', 'pipe'] as const);
    const child = spawn('npx', ['--no-install', ...args], { stdio: stdio as StdioOptions });
    const kept: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => kept.push(part));
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      for (const part of kept) process.stdout.write(part);
      resolve(code ?? 1);
    });
  });
}

type Result = { readonly stage: Stage; readonly tally: Tally };

async function runLine(stages: readonly Stage[], buildFailed: boolean): Promise<readonly Result[]> {
  console.log(`\n=== ${stages.map(({ name }) => name).join(' | ')}`);
  return Promise.all(
    stages.map(async (stage, index) => {
      const output = index === 0 ? 'live' : 'kept';
      return { stage, tally: stage.needsBuild && buildFailed ? FAILED : await stage.run(output) };
    }),
  );
}

async function main(): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  bringTrustLists();
  const results: Result[] = [];
  for (const stages of STAGES) {
    const buildFailed = results.some(
      ({ stage, tally }) => stage.name.startsWith('build for') && tally.failed > 0,
    );
    results.push(...(await runLine(stages, buildFailed)));
  }
  summarise(results);
}

function summarise(results: readonly Result[]): void {
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, { tally: one }) => total + one[key], 0);
  console.log('\n=== summary');
  for (const { stage, tally: one } of results) {
    const state = one.failed === 0 ? 'ok    ' : 'FAILED';
    console.log(`${state} ${stage.name}: ${one.passed} passed, ${one.failed} failed`);
    for (const failure of one.failures) console.log(`       ${failure}`);
  }
  if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped; each says why above`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

await main();
