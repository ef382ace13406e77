import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusPath, findCorpus } from '../support/corpus/corpus';
import { ROOT } from '../support/source/modules';
import { loadEngine } from './engine';
import type * as Engine from './engine-exports';
import { writeOrdinaryPictures } from './ordinary/ordinary-pictures';
import { audioReaders, EXIFR, fileReaders, memoryReaders } from './readers';
import { type Cost, printTiming, type Reader, timeRounds } from './rounds';
import { compareProcesses } from './whole-processes';

/**
 * `npm run bench:read [-- FILE…]`: files per second beside exifr, ExifReader, music-metadata and exiftool, on 2,000
 * ordinary unlabelled pictures and on the corpus, from files and from memory; then bytes and reads for each format.
 * Readers take turns, medians of rounds count. Figures, not verdicts: it never fails.
 */

const ORDINARY_PICTURES = 2000;
const ROUNDS = 7;

/** Pictures held in memory at a time; two thousand would be 1.5 GB. */
const BATCH = 100;

const isPicture = (file: string): boolean => /\.(?:jpe?g|png|webp)$/i.test(file);
const isHeard = (file: string): boolean => /\.(?:mp3|wav|flac|ogg|opus|m4a|mp4|mov|webm|avi)$/i.test(file);

async function main(): Promise<void> {
  const engine = await loadEngine();
  const named = process.argv.slice(2).filter((arg) => arg !== '--');
  if (named.length > 0) return compare(engine, 'files named', named);
  const folder = mkdtempSync(join(tmpdir(), 'bianshi-pictures-'));
  try {
    await compareOrdinary(engine, writeOrdinaryPictures(folder, ORDINARY_PICTURES));
  } finally {
    rmSync(folder, { recursive: true });
  }
  await compareCorpus(engine);
}

async function compareOrdinary(engine: typeof Engine, files: readonly string[]): Promise<void> {
  for (const kind of ['.jpg', '.png'])
    await compare(
      engine,
      `ordinary pictures ${kind}`,
      files.filter((file) => file.endsWith(kind)),
    );
  await printCosts(engine, 'ordinary pictures', files);
  compareProcesses('ordinary pictures', files);
}

async function compare(engine: typeof Engine, title: string, files: readonly string[]): Promise<void> {
  const fromFiles = await timeRounds(fileReaders(engine), files, ROUNDS);
  printTiming(`${title}, from files`, files.length, fromFiles, EXIFR);
  const fromMemory = await timeInBatches(engine, files);
  printTiming(`${title}, from memory`, files.length, fromMemory, EXIFR);
}

async function timeInBatches(engine: typeof Engine, files: readonly string[]) {
  const total = new Map<string, Cost>();
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH);
    const held = new Map(batch.map((file) => [file, new Uint8Array(readFileSync(file))]));
    const readers: readonly Reader[] = memoryReaders(engine, (file) => held.get(file) ?? new Uint8Array(0));
    for (const [name, { clock, cpu }] of await timeRounds(readers, batch, ROUNDS)) {
      const before = total.get(name) ?? { clock: 0, cpu: 0 };
      total.set(name, { clock: before.clock + clock, cpu: before.cpu + cpu });
    }
  }
  return total;
}

async function compareCorpus(engine: typeof Engine): Promise<void> {
  const { from, files } = corpusFiles();
  await compare(engine, `pictures of ${from}`, files.filter(isPicture));
  const heard = files.filter(isHeard);
  if (heard.length > 0) {
    const timing = await timeRounds(audioReaders(engine), heard, ROUNDS);
    printTiming(`sound and film of ${from}, from files`, heard.length, timing, 'music-metadata');
  }
  await printCosts(engine, from, files);
  compareProcesses(from, files);
}

function corpusFiles(): { readonly from: string; readonly files: readonly string[] } {
  const corpus = findCorpus();
  if (corpus.found)
    return { from: 'the corpus', files: corpus.entries.map((entry) => corpusPath(corpus.folder, entry)) };
  const folder = join(ROOT, 'test/media');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isPicture);
  return {
    from: `the project's own media (${corpus.reason})`,
    files: files.map((file) => join(folder, file)),
  };
}

type Reading = { files: number; bytes: number; reads: number; most: number };

async function printCosts(engine: typeof Engine, title: string, files: readonly string[]): Promise<void> {
  const rules = engine.loadRuleBook();
  const costs = new Map<string, Reading>();
  for (const file of files) {
    const source = await engine.fileSource(file);
    const { container, read } = await engine.inspect(source, { rules, formats: engine.ALL_FORMATS });
    await source.close();
    const cost = costs.get(container) ?? { files: 0, bytes: 0, reads: 0, most: 0 };
    costs.set(container, cost);
    cost.files += 1;
    cost.bytes += read.bytes;
    cost.reads += read.reads;
    cost.most = Math.max(cost.most, read.reads);
  }
  console.log(`\nbytes and reads, ${title}`);
  console.log(`  ${'container'.padEnd(12)} files  bytes/file  reads/file  most reads`);
  for (const [container, { files: count, bytes, reads, most }] of [...costs].sort())
    console.log(
      `  ${container.padEnd(12)} ${String(count).padStart(5)} ${Math.round(bytes / count)
        .toString()
        .padStart(11)} ${(reads / count).toFixed(2).padStart(11)} ${String(most).padStart(11)}`,
    );
}

await main();
