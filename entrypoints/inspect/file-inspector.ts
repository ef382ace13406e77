import { fileText } from '../../lib/bytes/file-text';
import { ALL_FORMATS } from '../../lib/containers/document-registry';
import { inspect } from '../../lib/inspect/inspect';
import { failed, notChecked } from '../../lib/inspect/not-checked';
import { isoWithOffset } from '../../lib/platform/local-time';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { checkSecuritySignature } from '../../lib/signatures/check-security-signature';
import type { FileInspector, FileReading, Given } from '../../lib/ui/inspect/file-inspector';
import { blobSource } from './blob-source';
import { checkAgain, checkFile } from './check-file';
import { fetchFile } from './fetch-file';
import { lookIntoPixels, pixelsOfFile } from './look-into-pixels';
import { readSelectedText } from './read-selected-text';
import { sha256 } from './sha256';

/** Longest stated type shown; a server writes it. */
const MAX_MIME_CHARS = 100;

type Tell = (reading: FileReading) => void;

/** Runs the whole pipeline in the page: what a person gives is read here and goes nowhere else. */
export function createFileInspector(): FileInspector {
  const blobs = new Map<string, Blob>();
  return {
    read: async (given, tell, signal) => {
      const readAt = isoWithOffset(new Date());
      if (given.kind === 'text') return readSelectedText(given.text, readAt, tell);
      if (given.kind === 'gone') return tell({ readAt, inspection: notChecked('gone'), noHash: 'not-whole' });
      const had = given.kind === 'url' ? await fetchFile(given.url, given.page, signal) : given;
      if (signal.aborted) return undefined;
      if ('blob' in had)
        return readBlob(had.blob, given, readAt, (reading) => {
          if (reading.preview !== undefined) blobs.set(reading.preview, had.blob);
          tell(reading);
        });
      return tell({ readAt, inspection: notChecked(had.failure), noHash: 'not-whole' });
    },
    check: checkAgain,
    async lookIntoPixels(reading, tell) {
      const blob = blobs.get(reading.preview ?? '');
      if (blob === undefined || reading.inspection === undefined) return;
      tell({ ...reading, pixels: 'looking' });
      tell({ ...reading, ...(await lookIntoPixels(blob, reading.inspection)) });
    },
    release({ preview }) {
      if (preview === undefined) return;
      blobs.delete(preview);
      URL.revokeObjectURL(preview);
    },
  };
}

/** The label comes from the fast reading first; hash and credential follow, and pixels behind them. */
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
  await pixelsOfFile(blob, () => reading, add);
}

function inspectBlob(blob: Blob) {
  // A bug of ours is said so, instead of a file that stays in "reading".
  const options = { rules: loadRuleBook(), formats: ALL_FORMATS, signatures: checkSecuritySignature };
  return inspect(blobSource(blob), options).catch(failed);
}
