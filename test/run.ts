import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bringTrustLists } from './support/start/bring-trust-lists';

/**
 * `npm test`: every check of the project in one run, closing with `N passed, N failed`. A stage that is one
 * command counts as one check; a Vitest stage counts its tests. Later stages run although an earlier one
 * failed, so that one run tells everything; only what needs a build is failed unseen when the build fails.
 */

const OUTPUT = 'test/output';

type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };
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
    run: async () => ((await execute(args)) === 0 ? tally(1, 0) : tally(0, 1)),
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

function tally(passed: number, failed: number, skipped = 0): Tally {
  return { passed, failed, skipped };
}

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

/** A file that failed before its first test (a broken import) and a runner that fell over count as failures. */
function readTally(path: string, code: number): Tally {
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  } catch {
    return tally(0, 1);
  }
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + broken.length;
  return tally(report.numPassedTests, failed === 0 && code !== 0 ? 1 : failed, report.numPendingTests);
}

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
    const result = stage.needsBuild && buildFailed ? tally(0, 1) : await stage.run();
    if (stage.name.startsWith('build') && result.failed > 0) buildFailed = true;
    results.push({ stage, tally: result });
  }
  summarise(results);
}

function summarise(results: readonly { readonly stage: Stage; readonly tally: Tally }[]): void {
  const sum = (key: keyof Tally) => results.reduce((total, { tally: one }) => total + one[key], 0);
  console.log('\n=== summary');
  for (const { stage, tally: one } of results)
    console.log(
      `${one.failed === 0 ? 'ok    ' : 'FAILED'} ${stage.name}: ${one.passed} passed, ${one.failed} failed`,
    );
  if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped; each says why above`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

await main();
