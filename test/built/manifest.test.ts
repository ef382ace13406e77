import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/source/modules';

/** What is shipped: run after `npm run build`. */

/** Most bytes of the script that is in every frame of every page. */
const MAX_ALWAYS_BYTES = 30 * 1024;

const TARGETS = ['chrome-mv3', 'firefox-mv3'] as const;
const folderOf = (target: string) => join(ROOT, '.output', target);
const manifestOf = (target: string) =>
  JSON.parse(readFileSync(join(folderOf(target), 'manifest.json'), 'utf8')) as Record<string, unknown>;
const filesOf = (target: string) =>
  readdirSync(folderOf(target), { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folderOf(target), file)).isFile(),
  );

describe.each(TARGETS)('%s', (target) => {
  it('has exactly the recorded manifest: a change of permissions is a decision', async () => {
    const { version: _, ...manifest } = manifestOf(target);
    await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot(`./${target}.manifest.json`);
  });

  it('puts one small script into every page, and loads the rest on need', () => {
    const scripts = manifestOf(target)['content_scripts'] as readonly { readonly js: readonly string[] }[];
    const always = scripts.flatMap(({ js }) => js);
    expect(always).toEqual(['sentry.js']);
    const bytes = always.map((file) => statSync(join(folderOf(target), file)).size);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(MAX_ALWAYS_BYTES);
  });

  it('shows nothing to web pages', () => {
    expect(manifestOf(target)['web_accessible_resources']).toBeUndefined();
  });

  it('ships no source maps, tests or corpus files', () => {
    expect(filesOf(target).filter((file) => /\.map$|test|fixture|corpus/.test(file))).toEqual([]);
  });

  it('writes its scripts in ASCII, which browsers keep in half the memory', () => {
    const scripts = filesOf(target).filter((file) => file.endsWith('.js'));
    const beyond = scripts.filter((file) =>
      readFileSync(join(folderOf(target), file)).some((byte) => byte > 0x7f),
    );
    expect(scripts).toContain('page.js');
    expect(beyond).toEqual([]);
  });

  it('asks no other host for anything', () => {
    const scripts = filesOf(target).filter((file) => /\.(?:js|css|html)$/.test(file));
    const remote = scripts.flatMap((file) =>
      [
        ...readFileSync(join(folderOf(target), file), 'utf8').matchAll(
          /(?:src|href)=["']https?:|@import\s+(?:url\()?["']?https?:|import\(["']https?:/g,
        ),
      ].map((match) => `${file}: ${match[0]}`),
    );
    expect(remote).toEqual([]);
  });

  it('never turns text into markup outside the UI library', () => {
    const scripts = ['sentry', 'page', 'engine'].map((name) => join(folderOf(target), `${name}.js`));
    const content = scripts.map((path) => readFileSync(path, 'utf8')).join('\n');
    expect(content.match(/\.innerHTML|insertAdjacentHTML|document\.write|\beval\(/g)).toBeNull();
  });
});
