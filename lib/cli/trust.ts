import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listFiles } from '../c2pa/trust/sources';
import { fetchList } from './fetch-list';
import { keepLists } from './keep-lists';
import { type ReadListFile, type TakenFile, takeLists } from './take-lists';

const USAGE = `usage: npm run trust [-- --from DIR | --remove]

Brings the trust lists that assets/trust/SOURCES.json pins into assets/trust/lists, from where the build takes them.
  --from DIR   from the files of a folder instead of their published addresses
  --remove     takes them out again; a build without them works and knows no signer
Exit code 0; 1 when a file cannot be had or is not the pinned one (an earlier copy that is the pinned one stays); 2 for unknown arguments.
`;

/** Folder the build takes the lists from; not part of the repository. */
const LISTS = fileURLToPath(new URL('../../assets/trust/lists/', import.meta.url));

const UNUSABLE = 2;

async function main(args: readonly string[]): Promise<number> {
  const options = optionsIn(args);
  if (options === undefined) return complain();
  if (options.remove) return await rm(LISTS, { recursive: true, force: true }).then(() => 0);
  const taken = await takeLists(listFiles(), options.from === undefined ? fetchList : inFolder(options.from));
  for (const one of taken) tell(one);
  return (await keepLists(LISTS, taken)) ? 0 : 1;
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

function tell(one: TakenFile): void {
  const { name, address } = one.file;
  if ('refused' in one) console.error(`refused ${name}: ${one.refused}\n  published at ${address}`);
  else console.log(`taken   ${name} (${one.bytes.length} bytes)`);
}

const inFolder =
  (folder: string): ReadListFile =>
  async ({ name }) =>
    await readFile(join(folder, name));

function complain(): number {
  process.stderr.write(USAGE);
  return UNUSABLE;
}

process.exitCode = await main(process.argv.slice(2).filter((arg) => arg !== '--'));
