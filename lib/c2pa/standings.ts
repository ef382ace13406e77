import type { FileText } from '../bytes/file-text';
import { type CrStore, readCrJson } from './cr-json';
import type { Integrity, SignerStanding, StatusCode } from './credential';
import type { C2paLibrary, C2paReading } from './library';
import { codesByManifest } from './manifest-codes';
import { bindingOf, ingredientBinding, isCovered, signerOf } from './standing';
import { librarySettings } from './trust/library-settings';
import { SIGNER_LISTS, type SignerListId, type TrustList, type TrustLists } from './trust/trust-lists';

/** What was found of one manifest of the store. */
export type Standing = {
  readonly signer: SignerStanding;
  readonly integrity: Integrity;
  readonly codes: readonly StatusCode[];
};
export type Standings = ReadonlyMap<FileText, Standing>;

/** A first run of the library over a file, with all lists together. */
export type Run = {
  readonly library: C2paLibrary;
  readonly store: CrStore;
  readonly trust: TrustLists;
  /** The manifest store alone: further runs are about certificates and need no content. */
  readonly storeBytes: Uint8Array | undefined;
  /** The content was not at hand. */
  readonly contentMissing: boolean;
};

type Covers = ReadonlyMap<FileText, SignerListId>;

/** Standing by the list that covers a signer. */
const STANDING_UNDER = { official: 'listed', own: 'own', interim: 'interim' } as const;

/**
 * Integrity and signer of each manifest. Where the first run finds a signer covered, the store is read again under
 * one list at a time: together they cannot tell which list it was, and authorities for time stamps, which the first
 * run needs, must not vouch for signers.
 *
 * @throws what the library throws
 */
export async function standingsOf(run: Run): Promise<Standings> {
  const { store, contentMissing } = run;
  const codes = codesByManifest(store);
  const covered = [...codes].filter(([, list]) => isCovered(list)).map(([label]) => label);
  const covers = covered.length === 0 ? new Map() : await coversOf(run, covered);
  return new Map(
    [...codes].map(([label, list]) => {
      const active = label === store.active.label;
      const integrity = active ? bindingOf(list, contentMissing).integrity : ingredientBinding(list);
      return [label, { signer: standingOf(list, covers.get(label)), integrity, codes: list }];
    }),
  );
}

function standingOf(codes: readonly StatusCode[], cover: SignerListId | undefined): SignerStanding {
  const signer = signerOf(codes);
  if (signer !== 'listed') return signer;
  return cover === undefined ? 'unlisted' : STANDING_UNDER[cover];
}

/** The first list, in the order of their weight, that covers each of the manifests by itself. */
async function coversOf(run: Run, labels: readonly FileText[]): Promise<Covers> {
  const covers = new Map<FileText, SignerListId>();
  for (const id of SIGNER_LISTS) {
    const list = run.trust[id];
    if (list === undefined || run.storeBytes === undefined) continue;
    if (labels.every((label) => covers.has(label))) break;
    for (const label of await coveredBy(run.library, run.storeBytes, list))
      if (!covers.has(label)) covers.set(label, id);
  }
  return covers;
}

/** Type of a manifest store without its file (C2PA 2.5 §11.4). */
export const STORE_MIME = 'application/c2pa';

async function coveredBy(
  library: C2paLibrary,
  storeBytes: Uint8Array,
  list: TrustList,
): Promise<readonly FileText[]> {
  const reading: C2paReading = await library.read(STORE_MIME, storeBytes, librarySettings([list]));
  try {
    const codes = codesByManifest(readCrJson(reading.crJson()));
    return [...codes].filter(([, own]) => isCovered(own)).map(([label]) => label);
  } finally {
    reading.free();
  }
}
