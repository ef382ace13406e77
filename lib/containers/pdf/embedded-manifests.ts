import type { Parse } from '../../bytes/parse';
import type { PdfObject } from './object';
import type { PdfFile } from './pdf-file';
import { asDict, asItems, asName, asRef, type PdfDict, type PdfValue } from './value';

/** C2PA specification, A.4 (PDF): the relationship of the embedded file that is a manifest store. */
const RELATIONSHIP = 'C2PA_Manifest';

/** Most file specifications and nodes of the name tree looked at. */
const MAX_SPECIFICATIONS = 64;
const MAX_NODES = 64;

/**
 * The embedded manifest stores of a PDF: associated files of the catalog (`AF`) and entries of the name tree of
 * embedded files (ISO 32000-2, 7.11.4, 14.13), each once.
 */
export function* findManifests(file: PdfFile, catalog: PdfDict): Parse<readonly Partial<PdfObject>[]> {
  const found = new Map<number, Partial<PdfObject>>();
  const associated = asItems(yield* file.resolve(catalog.entries.get('AF'))) ?? [];
  const named = yield* namedFiles(file, catalog);
  for (const value of [...associated, ...named].slice(0, MAX_SPECIFICATIONS)) {
    const specification = asDict(yield* file.resolve(value));
    if (asName(specification?.entries.get('AFRelationship')) !== RELATIONSHIP) continue;
    const files = yield* file.dictAt(specification, 'EF');
    const ref = asRef(files?.entries.get('F') ?? files?.entries.get('UF'));
    if (ref !== undefined && !found.has(ref.number)) found.set(ref.number, yield* file.follow(ref));
  }
  return [...found.values()];
}

/** The values of the name tree of embedded files (ISO 32000-2, 7.9.6). */
function* namedFiles(file: PdfFile, catalog: PdfDict): Parse<readonly PdfValue[]> {
  const values: PdfValue[] = [];
  const names = yield* file.dictAt(catalog, 'Names');
  const waiting: PdfValue[] = [names?.entries.get('EmbeddedFiles')];
  for (let nodes = 0; waiting.length > 0 && nodes < MAX_NODES; nodes++) {
    const node = asDict(yield* file.resolve(waiting.shift()));
    const pairs = asItems(yield* file.resolve(node?.entries.get('Names'))) ?? [];
    values.push(...pairs.filter((_, index) => index % 2 === 1).slice(0, MAX_SPECIFICATIONS));
    const kids = asItems(yield* file.resolve(node?.entries.get('Kids'))) ?? [];
    waiting.push(...kids.slice(0, MAX_NODES));
  }
  return values;
}
