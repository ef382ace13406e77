import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import init, { WasmReader } from '@contentauth/c2pa-wasm';
import { memorySource } from '../../lib/bytes/source';
import { librarySettings } from '../../lib/c2pa/trust/library-settings';
import type { TrustLists } from '../../lib/c2pa/trust/trust-lists';
import { verifyCredential } from '../../lib/c2pa/verify';
import { mediaTypeOf } from '../../lib/checker/media-type';
import { inspect } from '../../lib/inspect/inspect';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { nodeLibrary } from '../support/c2pa/library';
import { corpusPath, findCorpus } from '../support/corpus/corpus';
import { ROOT } from '../support/source/modules';
import { measureBrowser } from './credentials-browser';

/**
 * `npm run bench:c2pa [-- --browser]`: what credentials cost. The fast reading, the start of the library, the full
 * check and its memory, beside the library called directly on the same files. With `--browser` (Linux, after a build)
 * also the memory of Chromium before, during and after checks. Ratios, not verdicts: it never fails.
 */

const ROUNDS = 5;
const MB = 1024 * 1024;

type File = { readonly name: string; readonly bytes: Uint8Array; readonly mime: string };

/** Files of the corpus, or of the project itself, whose container the library reads and which carry a store. */
async function signedFiles(): Promise<readonly File[]> {
  const rules = loadRuleBook();
  const found = await Promise.all(
    candidates().map(async (path) => {
      const bytes = new Uint8Array(readFileSync(path));
      const { container, findings } = await inspect(memorySource(bytes), { rules });
      const mime = mediaTypeOf(container);
      const isSigned = findings.some(
        ({ signal, remarks }) => signal === 'c2pa' && !remarks.some(({ code }) => code === 'c2pa-elsewhere'),
      );
      return mime !== undefined && isSigned ? [{ name: path, bytes, mime }] : [];
    }),
  );
  return found.flat();
}

function candidates(): readonly string[] {
  const corpus = findCorpus();
  if (corpus.found)
    return corpus.entries
      .filter(({ signals }) => signals.some(({ scheme }) => scheme === 'c2pa'))
      .map((entry) => corpusPath(corpus.folder, entry));
  const folder = join(ROOT, 'test/media/c2pa');
  return readdirSync(folder).map((file) => join(folder, file));
}

/** Milliseconds for all files, the median of the rounds behind one to warm up. */
async function timeAll(
  files: readonly File[],
  work: (file: File) => Promise<unknown>,
): Promise<{ readonly cold: number; readonly warm: number }> {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    for (const file of files) await work(file);
    rounds.push(performance.now() - start);
  }
  const [cold = Number.NaN, ...warm] = rounds;
  return { cold, warm: warm.sort((a, b) => a - b)[warm.length >> 1] ?? Number.NaN };
}

async function callDirectly({ bytes, mime }: File): Promise<void> {
  try {
    const reader = await WasmReader.fromBytes(mime, bytes, librarySettings([]));
    reader.crJson();
    reader.free();
  } catch {
    // What it says of hostile files is no matter here.
  }
}

async function main(): Promise<void> {
  const files = await signedFiles();
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  console.log(
    `${files.length} files with credentials, ${(size / MB).toFixed(1)} MB; ${ROUNDS} rounds after the first\n`,
  );
  const begun = performance.now();
  const library = await nodeLibrary();
  const start = performance.now() - begun;
  // Started already: gives what is there.
  const { memory } = await init({ module_or_path: '' });
  const before = memory.buffer.byteLength;
  const rules = loadRuleBook();
  const trust: TrustLists = {};
  const fast = await timeAll(files, ({ bytes }) => inspect(memorySource(bytes), { rules }));
  const direct = await timeAll(files, callDirectly);
  const full = await timeAll(files, (file) => verifyCredential(library, file, trust));
  const row = (name: string, ms: number) =>
    console.log(`${name.padEnd(34)} ${ms.toFixed(1).padStart(9)} ms  ×${(ms / direct.warm).toFixed(2)}`);
  row('library, called directly', direct.warm);
  row('library, called directly, first round', direct.cold);
  row('fast reading', fast.warm);
  row('full check with history', full.warm);
  row('start of the library (once)', start);
  const after = memory.buffer.byteLength;
  console.log(
    `\nmemory of the library: ${(before / MB).toFixed(1)} MB at its start, ${(after / MB).toFixed(1)} MB after all files`,
  );
  if (process.argv.includes('--browser')) await measureBrowser(files.map(({ name }) => name));
}

await main();
