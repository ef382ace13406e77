import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type ListFile, listFiles } from '../c2pa/trust/sources';
import { type ReadListFile, type TakenFile, takeLists } from './take-lists';

const USAGE = `usage: npm run trust [-- --from DIR | --remove]

Brings the trust lists that assets/trust/SOURCES.json pins into assets/trust/lists, from where the build takes them.
  --from DIR   from the files of a folder instead of their published addresses
  --remove     takes them out again; a build without them works and knows no signer
Exit code 0; 1 when a file cannot be had or is not the pinned one (it is then left out); 2 for unknown arguments.
`;

/** Folder the build takes the lists from; not part of the repository. */
const LISTS = fileURLToPath(new URL('../../assets/trust/lists/', import.meta.url));

/** Longest wait for one published address. */
const TIMEOUT_MS = 30_000;

const UNUSABLE = 2;

async function main(args: readonly string[]): Promise<number> {
  const options = optionsIn(args);
  if (options === undefined) return complain();
  await rm(LISTS, { recursive: true, force: true });
  if (options.remove) return 0;
  const taken = await takeLists(listFiles(), options.from === undefined ? published : inFolder(options.from));
  await mkdir(LISTS, { recursive: true });
  for (const one of taken) await keep(one);
  return taken.every((one) => 'bytes' in one) ? 0 : 1;
}

function optionsIn(args: readonly string[]) {
  const options = { from: { type: 'string' }, remove: { type: 'boolean', default: false } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    // parseArgs names the argument it does not know; the usage says the same and more.
    return undefined;
  }
}

async function keep(one: TakenFile): Promise<void> {
  const { name, address } = one.file;
  if ('refused' in one) return console.error(`refused ${name}: ${one.refused}\n  published at ${address}`);
  await writeFile(join(LISTS, name), one.bytes);
  console.log(`taken   ${name} (${one.bytes.length} bytes)`);
}

const inFolder =
  (folder: string): ReadListFile =>
  async ({ name }) =>
    await readFile(join(folder, name));

async function published({ address }: ListFile): Promise<Uint8Array> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function complain(): number {
  process.stderr.write(USAGE);
  return UNUSABLE;
}

process.exitCode = await main(process.argv.slice(2).filter((arg) => arg !== '--'));
