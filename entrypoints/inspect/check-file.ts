import type { CredentialCheck } from '../../lib/c2pa/credential';
import { applyCredential } from '../../lib/inspect/apply-credential';
import { credentialToCheck } from '../../lib/inspect/credential-to-check';
import type { Inspection } from '../../lib/inspect/inspection';
import { checkInTime } from '../../lib/platform/check-in-time';
import { keyOfMedia, readGraph } from '../../lib/platform/credential-graphs';
import { sendPatiently } from '../../lib/platform/messenger';
import type { FileInspector, FileReading, Given } from '../../lib/ui/inspect/file-inspector';
import { historyOfCheck } from '../../lib/ui/model/history-of-check';

type Add = (more: Partial<FileReading>) => void;

/**
 * Checks the credential of a file just read, where it carries one. The checker reads the file by its `blob:` address
 * in the extension's own origin; the bytes never travel in a message.
 *
 * @param reading gives what is known at the time
 */
export async function checkFile(given: Given, reading: () => FileReading, add: Add): Promise<void> {
  const { inspection } = reading();
  const wanted = inspection && credentialToCheck(inspection);
  if (inspection === undefined || wanted === undefined) return;
  add({ inspection: { ...inspection, credential: wanted } });
  if (wanted.kind === 'checking') add(await checked(given, reading(), inspection, false));
}

/** Checks it again on a person's word: beyond the size limit, or from the address that the file names. */
export const checkAgain: FileInspector['check'] = async (given, reading, request, tell) => {
  const { inspection } = reading;
  if (inspection === undefined) return;
  const { credential } = inspection;
  if (request === 'elsewhere' && credential?.kind !== 'elsewhere') return;
  tell({ ...reading, inspection: { ...inspection, credential: { kind: 'checking' } } });
  const more =
    request === 'elsewhere' && credential?.kind === 'elsewhere'
      ? await fetched(given, reading, inspection, credential.url)
      : await checked(given, reading, inspection, true);
  tell({ ...reading, ...more });
};

async function checked(
  given: Given,
  reading: FileReading,
  inspection: Inspection,
  force: boolean,
): Promise<Partial<FileReading>> {
  const { preview } = reading;
  const url = addressOf(given, reading);
  const container = inspection.container;
  if (url === undefined || preview === undefined || container === 'unknown') return failed(inspection);
  const request = { url, container, memoryUrl: preview, ...(force ? { force } : {}) };
  return withGraph(url, inspection, (signal) => sendPatiently('media.verify', request, signal));
}

async function fetched(
  given: Given,
  reading: FileReading,
  inspection: Inspection,
  from: string,
): Promise<Partial<FileReading>> {
  const url = addressOf(given, reading);
  if (url === undefined) return failed(inspection);
  return withGraph(url, inspection, (signal) => sendPatiently('credential.fetch', { url, from }, signal));
}

/** The address a file's history is kept under: its own, else that of its bytes in this page. */
function addressOf(given: Given, { preview }: FileReading): string | undefined {
  return given.kind === 'url' ? given.url : preview;
}

async function withGraph(
  url: string,
  inspection: Inspection,
  ask: (signal: AbortSignal) => Promise<CredentialCheck>,
): Promise<Partial<FileReading>> {
  const applied = applyCredential(inspection, await checkInTime(ask));
  const kept = await readGraph(keyOfMedia(url)).catch(() => undefined);
  const graph = historyOfCheck(applied.credential, kept);
  return { inspection: applied, ...(graph === undefined ? {} : { graph }) };
}

function failed(inspection: Inspection): Partial<FileReading> {
  return { inspection: applyCredential(inspection, { kind: 'unchecked', why: 'checker-failed' }) };
}
