import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { buildFolder, launchBrowser } from '../support/browsers/launch';
import { findCorpus } from '../support/corpus/corpus';
import { HOSTS, SITE_HOST, startServer } from '../support/server/server';

const KB_PER_MB = 1024;

/** The part of the extension API used here, in a view. */
declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

/**
 * Prints how much memory Chromium and its children take before the first check, after checking the files, and once the
 * worker has ended. Linux only: proportional set sizes come from `/proc`.
 */
export async function measureBrowser(files: readonly string[]): Promise<void> {
  const corpus = findCorpus();
  if (!corpus.found) return console.log(`no browser measured: ${corpus.reason}`);
  const server = await startServer();
  const browser = await launchBrowser('chromium', { extensionDir: buildFolder('chromium'), hosts: HOSTS });
  try {
    const view = await browser.extensionPage('popup.html');
    const before = await settledMemory();
    const started = performance.now();
    const urls = files
      .filter((file) => /\.(?:jpe?g)$/.test(file))
      .map((file) => server.url(SITE_HOST, `/corpus/${relative(corpus.folder, file)}`));
    for (const url of urls)
      await view.evaluate(
        (address) =>
          chrome.runtime.sendMessage({
            bianshi: 'media.verify',
            request: { url: address, container: 'jpeg' },
          }),
        url,
      );
    const ms = (performance.now() - started) / urls.length;
    const during = memoryOfChildren();
    while ((await browser.checkHosts()) > 0) await new Promise((resolve) => setTimeout(resolve, 500));
    const after = await settledMemory();
    console.log(
      `\nChromium with its children, ${urls.length} JPEG files over HTTP (${ms.toFixed(0)} ms each):`,
    );
    console.log(
      `${before.toFixed(0)} MB before, ${during.toFixed(0)} MB after the checks, ${after.toFixed(0)} MB once idle`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The least of several looks: memory is given back with a delay. */
async function settledMemory(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 10; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    least = Math.min(least, memoryOfChildren());
  }
  return least;
}

/** Proportional set size of all processes below this one, in MB. */
function memoryOfChildren(): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = /\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && (parents.get(pid) === process.pid || isBelow(parents.get(pid)));
  const sizes = [...parents.keys()].filter(isBelow).map((pid) => {
    const kb = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
    return Number(kb ?? 0);
  });
  return sizes.reduce((sum, kb) => sum + kb, 0) / KB_PER_MB;
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
