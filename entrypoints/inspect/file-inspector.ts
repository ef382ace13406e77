import { fileText } from '../../lib/bytes/file-text';
import { ALL_FORMATS } from '../../lib/containers/document-registry';
import { inspect } from '../../lib/inspect/inspect';
import { failed, notChecked } from '../../lib/inspect/not-checked';
import { isoWithOffset } from '../../lib/platform/local-time';
import { loadRuleBook } from '../../lib/rules/rule-book';
import type { FileInspector, FileReading, Given } from '../../lib/ui/inspect/file-inspector';
import { blobSource } from './blob-source';
import { checkAgain, checkFile } from './check-file';
import { fetchFile } from './fetch-file';
import { sha256 } from './sha256';

/** Longest stated type shown; a server writes it. */
const MAX_MIME_CHARS = 100;

type Tell = (reading: FileReading) => void;

/** Runs the whole pipeline in the page: what a person gives is read here and goes nowhere else. */
export function createFileInspector(): FileInspector {
  return {
    read: async (given, tell, signal) => {
      const readAt = isoWithOffset(new Date());
      const had = given.kind === 'url' ? await fetchFile(given.url, given.page, signal) : given;
      if (signal.aborted) return undefined;
      if ('blob' in had) return readBlob(had.blob, given, readAt, tell);
      return tell({ readAt, inspection: notChecked(had.failure), noHash: 'not-whole' });
    },
    check: checkAgain,
    release: ({ preview }) => preview && URL.revokeObjectURL(preview),
  };
}

/** The label comes from the fast reading first; hash and credential follow. */
async function readBlob(blob: Blob, given: Given, readAt: string, tell: Tell): Promise<void> {
  let reading: FileReading = {
    readAt,
    size: blob.size,
    mime: fileText(blob.type, MAX_MIME_CHARS),
    preview: URL.createObjectURL(blob),
  };
  const add = (more: Partial<FileReading>) => {
    reading = { ...reading, ...more };
    tell(reading);
  };
  add({});
  const hashed = sha256(blob).then((hash) =>
    add(hash === undefined ? { noHash: 'too-large' } : { sha256: hash }),
  );
  add({ inspection: await inspectBlob(blob) });
  await Promise.all([hashed, checkFile(given, () => reading, add)]);
}

function inspectBlob(blob: Blob) {
  // A bug of ours is said so, instead of a file that stays in "reading".
  return inspect(blobSource(blob), { rules: loadRuleBook(), formats: ALL_FORMATS }).catch(failed);
}
