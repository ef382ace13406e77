import { spawn } from 'node:child_process';
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
type Stage = { readonly name: string; readonly needsBuild?: true; run(): Promise<Tally> };

const STAGES: readonly Stage[] = [
  command('format and lint', ['biome', 'ci', '.']),
  command('types', ['tsc', '--noEmit']),
  vitest('unit and fuzz (short)', ['unit']),
  vitest('contracts', ['contracts']),
  vitest('corpus', ['corpus']),
  command('build for Chromium', ['wxt', 'build', '-b', 'chrome', '--mv3']),
  command('build for Firefox', ['wxt', 'build', '-b', 'firefox', '--mv3']),
  built(command('web-ext lint, Chromium', ['vite-node', 'test/lint-extension.ts', '--', 'chromium'])),
  built(command('web-ext lint, Firefox', ['vite-node', 'test/lint-extension.ts', '--', 'firefox'])),
  built(vitest('built manifests and bundles', ['built'])),
  built(vitest('end to end, Chromium', ['e2e-chromium'])),
  built(vitest('end to end, Firefox', ['e2e-firefox'])),
];

function built(stage: Stage): Stage {
  return { ...stage, needsBuild: true };
}

function command(name: string, args: readonly string[]): Stage {
  return {
    name,
    run: async () => ((await execute(args)) === 0 ? PASSED : FAILED),
  };
}

function vitest(name: string, projects: readonly string[]): Stage {
  const report = join(OUTPUT, `${projects.join('-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name,
    run: async () => {
      rmSync(report, { force: true });
      const code = await execute([
        'vitest',
        'run',
        ...projects.flatMap((p) => ['--project', p]),
        ...reporters,
      ]);
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

function execute(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', ...args], { stdio: 'inherit' });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function main(): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  bringTrustLists();
  const results: { readonly stage: Stage; readonly tally: Tally }[] = [];
  let buildFailed = false;
  for (const stage of STAGES) {
    console.log(`\n=== ${stage.name}`);
    const result = stage.needsBuild && buildFailed ? FAILED : await stage.run();
    if (stage.name.startsWith('build') && result.failed > 0) buildFailed = true;
    results.push({ stage, tally: result });
  }
  summarise(results);
}

function summarise(results: readonly { readonly stage: Stage; readonly tally: Tally }[]): void {
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
