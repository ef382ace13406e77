import { readFileSync } from 'node:fs';
import type { VerifiedCredential } from '../../../lib/c2pa/credential';
import { loadLists } from '../../../lib/c2pa/trust/load-lists';
import { verifyCredential } from '../../../lib/c2pa/verify';
import { mediaTypeOf, presentationOf, STORE_TYPE } from '../../../lib/checker/media-type';
import { ALL_FORMATS } from '../../../lib/containers/document-registry';
import { applyCredential } from '../../../lib/inspect/apply-credential';
import type { Inspection } from '../../../lib/inspect/inspection';
import { storeOfFile } from '../../../lib/inspect/store-of-file';
import { nodeLibrary } from '../c2pa/library';
import { trustText } from '../c2pa/trust';
import { type CorpusEntry, corpusPath, findCorpus } from './corpus';

/** The media type by which the library gets a file of the corpus; a manifest store alone is no container of ours. */
export function libraryType(entry: CorpusEntry, container: Inspection['container']): string {
  return entry.container === 'c2pa' ? STORE_TYPE : (mediaTypeOf(container) ?? 'application/octet-stream');
}

export function corpusBytes(entry: CorpusEntry): Uint8Array {
  const corpus = findCorpus();
  if (!corpus.found) throw new Error(corpus.reason);
  return new Uint8Array(readFileSync(corpusPath(corpus.folder, entry)));
}

/** The full check of a file of the corpus, with the lists that are there. */
export async function verifyEntry(
  entry: CorpusEntry,
  container: Inspection['container'],
): Promise<VerifiedCredential> {
  const file = corpusBytes(entry);
  const how = presentationOf(container) ?? { mime: libraryType(entry, container) };
  const bytes = how.takeOut ? await storeOfFile(file, ALL_FORMATS) : file;
  if (bytes === undefined) return { check: { kind: 'none' } };
  return await verifyCredential(await nodeLibrary(), { bytes, mime: how.mime }, await loadLists(trustText));
}

/** What is said of a file after its credential, if the fast reader saw one, was checked. */
export async function afterCheck(entry: CorpusEntry, inspection: Inspection): Promise<Inspection> {
  if (!inspection.findings.some(({ signal }) => signal === 'c2pa')) return inspection;
  return applyCredential(inspection, (await verifyEntry(entry, inspection.container)).check);
}
