import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { inspect } from '../inspect/inspect';
import { loadRuleBook } from '../rules/rule-book';
import { type FileReport, jsonLine, textBlock, unreadableReport } from './file-report';
import { fileSource } from './file-source';

const USAGE = `usage: npm run -s inspect -- [--json] FILE|FOLDER…

Says for each file what it states about being made by AI: container, verdict and findings.
  --json   one JSON object a line (documented in the README)
Exit code 0 unless an argument cannot be used.
`;

async function main(args: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const paths = args.filter((arg) => !arg.startsWith('-'));
  if (flags.includes('--help') || flags.includes('-h')) return say(USAGE, 0);
  const unknown = flags.find((flag) => flag !== '--json');
  if (unknown !== undefined) return complain(`unknown option ${unknown}\n\n${USAGE}`);
  if (paths.length === 0) return complain(USAGE);
  const missing = await firstMissing(paths);
  if (missing !== undefined) return complain(`no such file or folder: ${missing}\n`);
  const print = flags.includes('--json') ? jsonLine : textBlock;
  for (const path of paths)
    for await (const file of filesUnder(path)) process.stdout.write(print(await report(file)));
  return 0;
}

function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

function complain(text: string): number {
  process.stderr.write(text);
  return 2;
}

async function firstMissing(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found) return path;
  }
  return undefined;
}

/** The file itself, or every regular file below a folder, in name order. Links are not followed. */
async function* filesUnder(path: string): AsyncGenerator<string> {
  if (!(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name));
    else if (entry.isFile()) yield join(path, entry.name);
  }
}

const rules = loadRuleBook();

async function report(file: string): Promise<FileReport> {
  const started = performance.now();
  const ms = () => Math.round((performance.now() - started) * 10) / 10;
  try {
    const source = await fileSource(file);
    try {
      const inspection = await inspect(source, { rules });
      return { file, inspection, ms: ms() };
    } finally {
      await source.close();
    }
  } catch (error) {
    return unreadableReport(file, error, ms());
  }
}

process.exitCode = await main(process.argv.slice(2).filter((arg) => arg !== '--'));
