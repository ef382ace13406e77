import { spawnSync } from 'node:child_process';
import type { BrowserName } from '../browsers/browser';
import { installCommand } from '../browsers/require-browser';
import { bringTrustLists } from './bring-trust-lists';

/** Builds the extension for one browser into `.output/`, with the trust lists where they are; throws when the build fails. */
export function buildExtension(name: BrowserName): void {
  bringTrustLists();
  const target = name === 'chromium' ? 'chrome' : 'firefox';
  const { status } = spawnSync('npx', ['--no-install', 'wxt', 'build', '-b', target, '--mv3'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`wxt build -b ${target} --mv3 ended with exit code ${status}`);
}

/** Installs a browser with apt-get; only called when the person asked for it with `--install`. */
export function installBrowser(name: BrowserName): void {
  const [program = '', ...args] = installCommand(name);
  console.log([program, ...args].join(' '));
  const { error, status } = spawnSync(program, args, { stdio: 'inherit' });
  if (error || status !== 0) console.error(`That did not work: ${error?.message ?? `exit code ${status}`}`);
}
