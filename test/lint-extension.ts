import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './support/source/modules';

/**
 * `npm run lint:ext [-- chromium|firefox]`: `web-ext lint` over a build.
 *
 * The linter judges every extension as one for Firefox. Of the Chromium build it wants two keys that only Firefox
 * reads: an add-on id, and `background.scripts` beside the service worker — with which Chromium 120 refuses to load
 * an extension (later ones ignore it). So a copy is linted that differs from the build in those two keys only.
 */

type Manifest = { readonly background?: { readonly service_worker?: string } };

function withFirefoxKeys(manifest: Manifest): object {
  const worker = manifest.background?.service_worker;
  return {
    ...manifest,
    background: { ...manifest.background, scripts: [worker] },
    browser_specific_settings: {
      gecko: { id: 'lint@bianshi.invalid', data_collection_permissions: { required: ['none'] } },
    },
  };
}

function lint(folder: string): number {
  return (
    spawnSync('npx', ['--no-install', 'web-ext', 'lint', '--boring', '--source-dir', folder], {
      stdio: 'inherit',
    }).status ?? 1
  );
}

function lintChromium(): number {
  const copy = mkdtempSync(join(tmpdir(), 'bianshi-lint-'));
  try {
    cpSync(join(ROOT, '.output/chrome-mv3'), copy, { recursive: true });
    const path = join(copy, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    writeFileSync(path, JSON.stringify(withFirefoxKeys(manifest)));
    return lint(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const wanted = process.argv.slice(2).filter((arg) => arg !== '--');
const is = (name: string) => wanted.length === 0 || wanted.includes(name);
const codes = [
  ...(is('chromium') ? [lintChromium()] : []),
  ...(is('firefox') ? [lint(join(ROOT, '.output/firefox-mv3'))] : []),
];
process.exitCode = codes.length > 0 && codes.every((code) => code === 0) ? 0 : 1;
