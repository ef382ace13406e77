import { type CrStore, readCrJson } from './cr-json';
import type { CredentialCheck, VerifiedCredential } from './credential';
import { provenanceGraph } from './graph/provenance-graph';
import type { C2paLibrary, C2paReading } from './library';
import { answerToFault } from './library-fault';
import { signedBy } from './signed-by';
import { bindingOf, notableCodes } from './standing';
import { STORE_MIME, type Standings, standingsOf } from './standings';
import { storeBytesOf } from './store-bytes';
import { librarySettings } from './trust/library-settings';
import { SIGNER_LISTS, type TrustList, type TrustLists } from './trust/trust-lists';

/** A file to check: all its bytes, or a manifest store alone as `application/c2pa`. */
export type CredentialInput = { readonly bytes: Uint8Array; readonly mime: string; readonly name?: string };

/**
 * Checks the Content Credentials of one file: signature, hashes, certificates, ingredients, and which list covers
 * the signer. Nothing is fetched. The library's clock is the computer's.
 *
 * Never throws for what a file does: what the library cannot read is `malformed`, `none`, `elsewhere` or
 * `unchecked`. After `checker-failed` the library's memory may be damaged: throw its worker away.
 *
 * @param library of this worker
 * @param input bytes of the file and its type
 * @param trust the lists that are there
 * @returns the check, and the history where the store could be read
 */
export async function verifyCredential(
  library: C2paLibrary,
  input: CredentialInput,
  trust: TrustLists,
): Promise<VerifiedCredential> {
  try {
    const reading = await library.read(input.mime, input.bytes, librarySettings(listsOf(trust)));
    try {
      return await verified(library, reading, input.mime === STORE_MIME, trust);
    } finally {
      reading.free();
    }
  } catch (error) {
    return { check: answerToFault(error) };
  }
}

/** All lists: the first run says whether any of them covers a signer, and trusts their time stamps. */
function listsOf(trust: TrustLists): readonly TrustList[] {
  return [...SIGNER_LISTS.map((id) => trust[id]), trust.timeStamps].filter((list) => list !== undefined);
}

async function verified(
  library: C2paLibrary,
  reading: C2paReading,
  contentMissing: boolean,
  trust: TrustLists,
): Promise<VerifiedCredential> {
  const raw = reading.crJson();
  const store = readCrJson(raw);
  const storeBytes = storeBytesOf(reading, store.active.label);
  const standings = await standingsOf({ library, store, trust, storeBytes, contentMissing });
  const graph = provenanceGraph({ store, standings, reading, raw, storeBytes, trust });
  return { check: checkOf(store, standings, contentMissing), graph };
}

function checkOf(store: CrStore, standings: Standings, contentMissing: boolean): CredentialCheck {
  const { label, codes, signature } = store.active;
  const { integrity, unbound } = bindingOf(codes, contentMissing);
  const by = signedBy(signature);
  return {
    kind: 'checked',
    integrity,
    signer: standings.get(label)?.signer ?? 'unlisted',
    ...(by === undefined ? {} : { signedBy: by }),
    failed: [...standings].filter(([, one]) => one.integrity !== 'intact').map(([failed]) => failed),
    codes: notableCodes(codes),
    ...(unbound ? { unbound } : {}),
  };
}
