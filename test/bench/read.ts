import fs, { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import exifr from 'exifr';
import ExifReader from 'exifreader';
import type { ByteSource } from '../../lib/bytes/source';
import { fileSource } from '../../lib/cli/file-source';
import { inspect } from '../../lib/inspect/inspect';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { corpusPath, findCorpus } from '../support/corpus/corpus';
import { ROOT } from '../support/source/modules';

/**
 * `npm run bench:read [-- FILE…]`: files per second and bytes read per file of `inspect`, beside exifr and
 * ExifReader on the same JPEG, PNG and WebP files. Readers take turns within each round, so that a noisy machine
 * slows all of them; the median round counts. Ratios, not verdicts: it never fails.
 */

const ROUNDS = 7;

type Cost = { readonly bytes: number; readonly reads: number };
type Reader = { readonly name: string; read(file: string): Promise<Cost> };

const rules = loadRuleBook();

const READERS: readonly Reader[] = [
  { name: 'bianshi inspect', read: readWithInspect },
  { name: 'exifr (all blocks)', read: (file) => readWithExifr(file) },
  { name: 'ExifReader', read: readWithExifReader },
];

async function readWithInspect(file: string): Promise<Cost> {
  const source = await fileSource(file);
  try {
    return (await inspect(source satisfies ByteSource, { rules })).read;
  } finally {
    await source.close();
  }
}

/** exifr opens files itself; what it reads is counted on the way. */
const exifrCost = { bytes: 0, reads: 0 };
const open = fs.promises.open.bind(fs.promises);
fs.promises.open = (async (...args: Parameters<typeof open>) => {
  const handle = await open(...args);
  const read = handle.read.bind(handle) as (...all: unknown[]) => Promise<{ bytesRead: number }>;
  handle.read = (async (...all: unknown[]) => {
    const result = await read(...all);
    exifrCost.bytes += result.bytesRead;
    exifrCost.reads += 1;
    return result;
  }) as typeof handle.read;
  return handle;
}) as typeof open;

const EXIFR_OPTIONS = { tiff: true, exif: true, xmp: true, iptc: true, icc: false, jfif: false, ihdr: false };

async function readWithExifr(file: string): Promise<Cost> {
  const before = { ...exifrCost };
  await exifr.parse(file, EXIFR_OPTIONS).catch(() => undefined);
  return { bytes: exifrCost.bytes - before.bytes, reads: exifrCost.reads - before.reads };
}

async function readWithExifReader(file: string): Promise<Cost> {
  const bytes = readFileSync(file);
  try {
    ExifReader.load(bytes, { expanded: true });
  } catch {
    // It throws for files without metadata; the reading is what is measured.
  }
  return { bytes: bytes.length, reads: 1 };
}

function filesToRead(): { readonly from: string; readonly files: readonly string[] } {
  const named = process.argv.slice(2).filter((arg) => arg !== '--');
  if (named.length > 0) return { from: 'the command line', files: named };
  const isPicture = (file: string) => /\.(?:jpe?g|png|webp)$/i.test(file);
  const corpus = findCorpus();
  if (corpus.found)
    return {
      from: 'the corpus',
      files: corpus.entries
        .filter(({ file }) => isPicture(file))
        .map((entry) => corpusPath(corpus.folder, entry)),
    };
  const folder = join(ROOT, 'test/media');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isPicture);
  return {
    from: `the project's own media (${corpus.reason})`,
    files: files.map((file) => join(folder, file)),
  };
}

type Result = { seconds: number[]; bytes: number; reads: number };

async function main(): Promise<void> {
  const { from, files } = filesToRead();
  console.log(`${files.length} files of ${from}, ${ROUNDS} rounds after one to warm up\n`);
  const results = new Map<string, Result>(
    READERS.map(({ name }) => [name, { seconds: [], bytes: 0, reads: 0 }]),
  );
  for (let round = -1; round < ROUNDS; round += 1)
    for (const reader of READERS)
      await measure(reader, files, round < 0 ? undefined : results.get(reader.name));
  print(files.length, results);
}

async function measure(reader: Reader, files: readonly string[], result: Result | undefined): Promise<void> {
  const started = performance.now();
  const total = { bytes: 0, reads: 0 };
  for (const file of files) {
    const cost = await reader.read(file);
    total.bytes += cost.bytes;
    total.reads += cost.reads;
  }
  if (!result) return;
  result.seconds.push((performance.now() - started) / 1000);
  result.bytes = total.bytes;
  result.reads = total.reads;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function print(count: number, results: ReadonlyMap<string, Result>): void {
  const base = median(results.get('exifr (all blocks)')?.seconds ?? []);
  console.log('reader              files/s   ×exifr   bytes/file   reads/file');
  for (const [name, { seconds, bytes, reads }] of results) {
    const rate = count / median(seconds);
    const cells = [
      name.padEnd(18),
      rate.toFixed(0).padStart(8),
      (base / median(seconds)).toFixed(2).padStart(8),
      Math.round(bytes / count)
        .toString()
        .padStart(12),
      (reads / count).toFixed(2).padStart(12),
    ];
    console.log(cells.join(' '));
  }
}

await main();
