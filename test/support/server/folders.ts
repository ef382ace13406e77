import { statSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCorpus } from '../corpus/corpus';
import { contentTypeOf } from './content-type';
import type { Body } from './send';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** URL prefixes of the folders that are served in place. */
function folders(): ReadonlyMap<string, string> {
  const corpus = findCorpus();
  return new Map([
    ['/media/', fromHere('../../media/')],
    ['/static/', fromHere('../../site/static/')],
    ['/platforms/', fromHere('../../site/platforms/')],
    ...(corpus.found ? ([['/corpus/', corpus.folder]] as const) : []),
  ]);
}

/** The file a URL path names, or nothing: outside the served folders, absent, or not a file. */
export function findFile(path: string): Body | undefined {
  for (const [prefix, folder] of folders()) {
    if (path.startsWith(prefix)) return fileIn(folder, path.slice(prefix.length));
  }
  return undefined;
}

function fileIn(folder: string, name: string): Body | undefined {
  const file = normalize(join(folder, name));
  if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  return { file, size: stats.size, modified: stats.mtime, type: contentTypeOf(file) };
}
