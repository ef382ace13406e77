import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Ground truth of a corpus file, in the words of the corpus' own manifest. */
export const CORPUS_VERDICTS = [
  'ai_confirmed',
  'ai_edited',
  'declared',
  'suspected',
  'none',
  'invalid',
] as const;
export type CorpusVerdict = (typeof CORPUS_VERDICTS)[number];

/** One file of the corpus. */
export type CorpusEntry = {
  /** Path below the corpus folder, with `/`. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** `made_with`: made for this product (CC0) · `repo`: belongs to others, read in place only. */
  readonly source: {
    readonly made_with?: string;
    readonly repo?: string;
    readonly license?: string;
    readonly credit?: string;
  };
  readonly kind: string;
  readonly container: string;
  readonly signals: readonly { readonly scheme: string; readonly where: string; readonly value: string }[];
  readonly verdict: CorpusVerdict;
  readonly acceptable_verdicts?: readonly CorpusVerdict[];
};

/** The corpus where it is present, or the reason why it is not read. */
export type Corpus =
  | { readonly found: true; readonly folder: string; readonly entries: readonly CorpusEntry[] }
  | { readonly found: false; readonly folder: string; readonly reason: string };

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const USUAL_FOLDER = '../shared/fixtures/media';
let known: Corpus | undefined;

/**
 * Finds the corpus of other people's labelled files: the folder named by `BIANSHI_CORPUS`, else
 * `../shared/fixtures/media` beside the repository. The files are never copied. The answer is remembered.
 */
export function findCorpus(): Corpus {
  known ??= loadCorpus(resolve(REPOSITORY, process.env['BIANSHI_CORPUS'] ?? USUAL_FOLDER));
  return known;
}

function loadCorpus(folder: string): Corpus {
  const manifest = join(folder, 'manifest.json');
  const shown = process.env['BIANSHI_CORPUS'] ?? USUAL_FOLDER;
  if (!existsSync(manifest)) return { found: false, folder, reason: `${shown}/manifest.json does not exist` };
  try {
    const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as { files?: CorpusEntry[] };
    if (!Array.isArray(files)) throw new Error('it has no list "files"');
    return { found: true, folder, entries: files };
  } catch (error) {
    return { found: false, folder, reason: `${shown}/manifest.json cannot be read: ${String(error)}` };
  }
}

/** Absolute path of a corpus entry's file. */
export function corpusPath(folder: string, entry: CorpusEntry): string {
  return join(folder, ...entry.file.split('/'));
}
