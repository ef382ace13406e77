import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ALL_FORMATS } from '../containers/document-registry';
import { type InspectOptions, inspect } from '../inspect/inspect';
import { inspectPixels } from '../inspect/inspect-pixels';
import { storeOfFile } from '../inspect/store-of-file';
import { loadRuleBook } from '../rules/rule-book';
import { checkSecuritySignature } from '../signatures/check-security-signature';
import { type FileReport, jsonLine, textBlock, unreadableReport } from './file-report';
import { fileSource } from './file-source';
import { withSidecar } from './sidecar';
import { verifyFile } from './verify-file';

const USAGE = `usage: npm run -s inspect -- [--json] [--pixels] [--verify] FILE|FOLDER…

Says for each file what it states about being made by AI: container, verdict and findings.
Content Credentials in a file beside it (image.jpg.c2pa, image.c2pa) are read with it.
  --json    one JSON object a line (documented in the README)
  --pixels  look into the pixels of PNG files, too: NovelAI's signature, hidden text, the open watermark
  --verify  check Content Credentials: signature, content, and which trust list covers the signer (npm run trust)
Exit code 0; 2 when an argument cannot be used (the other files are read all the same).
`;

const OPTIONS: readonly string[] = ['--json', '--pixels', '--verify'];

/** Exit code for arguments that cannot be used: unknown options, no file named, a path where nothing is. */
const UNUSABLE = 2;

async function main(args: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const paths = args.filter((arg) => !arg.startsWith('-'));
  if (flags.includes('--help') || flags.includes('-h')) return say(USAGE, 0);
  const unknown = flags.find((flag) => !OPTIONS.includes(flag));
  if (unknown !== undefined) return complain(`unknown option ${unknown}\n\n${USAGE}`);
  if (paths.length === 0) return complain(USAGE);
  const print = flags.includes('--json') ? jsonLine : textBlock;
  let code = 0;
  for (const path of paths) {
    if (!(await exists(path))) code = UNUSABLE;
    for await (const file of filesUnder(path)) process.stdout.write(print(await report(file, flags)));
  }
  return code;
}

function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

function complain(text: string): number {
  process.stderr.write(text);
  return UNUSABLE;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** The path itself (also when nothing is there: its line says so), or every regular file below a folder, in name order. Links are not followed. */
async function* filesUnder(path: string): AsyncGenerator<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name));
    else if (entry.isFile()) yield join(path, entry.name);
  }
}

const options = {
  rules: loadRuleBook(),
  formats: ALL_FORMATS,
  signatures: checkSecuritySignature,
} satisfies InspectOptions;

const takeStore = (bytes: Uint8Array) => storeOfFile(bytes, options.formats);

async function report(file: string, flags: readonly string[]): Promise<FileReport> {
  const started = performance.now();
  const ms = () => Math.round((performance.now() - started) * 10) / 10;
  try {
    const source = await fileSource(file);
    try {
      const found = await withSidecar(file, await inspect(source, options), options);
      const checked = flags.includes('--verify')
        ? await verifyFile(file, found, takeStore)
        : found.inspection;
      const pixels = flags.includes('--pixels');
      const inspection = pixels ? await inspectPixels(source, checked, options) : checked;
      return { file, ...found, inspection, ms: ms() };
    } finally {
      await source.close();
    }
  } catch (error) {
    return unreadableReport(file, error, ms());
  }
}

// who reads only the beginning (`| head`) closes the pipe: no fault of ours, and nobody is left to write for
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2).filter((arg) => arg !== '--'));
