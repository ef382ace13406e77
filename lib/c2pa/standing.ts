import { MAX_STATUS_CODES } from '../bytes/limits';
import type { Integrity, StatusCode } from './credential';

/** What the codes of one manifest say of its bytes. */
export type Binding = { readonly integrity: Integrity; readonly unbound: boolean };

/** The hash of the file, or of an assertion, differs from the signed one (C2PA 2.5 §15.2.2). */
const CONTENT_MISMATCH =
  /^assertion\.(?:dataHash|bmffHash|boxesHash|collectionHash|multiAssetHash)\.mismatch$/;
const ASSERTION_MISMATCH = 'assertion.hashedURI.mismatch';
const SIGNATURE_MISMATCH = 'claimSignature.mismatch';

/** The manifest of an ingredient is not the one its user had before them (C2PA 2.5 §15.11). */
const INGREDIENT_MISMATCH = /^ingredient\.(?:manifest|claimSignature)\.mismatch$/;

/** About the signer, the time, named identities or ingredients: not about these bytes. */
const NOT_INTEGRITY = /^(?:signingCredential|timeStamp|timeOfSigning|cawg|ingredient)\./;

/**
 * Explanations of a content mismatch where nothing was compared: the manifest does not lie where it says (older
 * Truepic files), or the file is the first segment of a stream.
 */
const NOT_COMPARED = /exclusion does not match the manifest location|inithash must not be present/i;

/**
 * The library (0.13.3) was built without decompression and says this of every ZIP file with a compressed entry, too:
 * it cannot be told from a change, and an alarm would be false for nearly all documents. A match is a match.
 */
const COLLECTION_MISMATCH = 'assertion.collectionHash.mismatch';

/**
 * What failures say of the bytes of a manifest: only a mismatch of signature or content is an alarm, anything
 * else that is wrong with it is `malformed`.
 *
 * @param contentMissing the store was checked alone, so that its content cannot match
 */
export function bindingOf(codes: readonly StatusCode[], contentMissing: boolean): Binding {
  const failures = codes.filter(({ kind, code }) => kind === 'failure' && !NOT_INTEGRITY.test(code));
  const unbound = contentMissing || failures.some(isNotCompared);
  const counted = failures.filter((one) => !isNotCompared(one) && !(contentMissing && isContent(one)));
  if (counted.some(({ code }) => code === SIGNATURE_MISMATCH))
    return { integrity: 'signature-broken', unbound };
  if (counted.some((one) => isContent(one) || one.code === ASSERTION_MISMATCH))
    return { integrity: 'content-changed', unbound };
  return { integrity: counted.length > 0 ? 'malformed' : 'intact', unbound };
}

/** As `bindingOf`, of a manifest that is an ingredient; its content is not at hand and is not compared. */
export function ingredientBinding(codes: readonly StatusCode[]): Integrity {
  if (codes.some(({ kind, code }) => kind === 'failure' && INGREDIENT_MISMATCH.test(code)))
    return 'content-changed';
  return bindingOf(codes, false).integrity;
}

const isContent = ({ code }: StatusCode): boolean => CONTENT_MISMATCH.test(code);

const isNotCompared = (one: StatusCode): boolean =>
  one.code === COLLECTION_MISMATCH || (isContent(one) && NOT_COMPARED.test(one.explanation ?? ''));

/** What codes say of a signer under the lists of one run: `listed` stands for covered by one of them. */
export function signerOf(codes: readonly StatusCode[]): 'listed' | 'unlisted' | 'expired' | 'revoked' {
  const has = (code: string, kind: StatusCode['kind']) =>
    codes.some((one) => one.kind === kind && one.code === code);
  if (has('signingCredential.revoked', 'failure') || has('signingCredential.ocsp.revoked', 'failure'))
    return 'revoked';
  if (has('signingCredential.expired', 'failure')) return 'expired';
  return isCovered(codes) ? 'listed' : 'unlisted';
}

/** Whether a certificate of the run's lists vouches for the signer, whatever the time says. */
export function isCovered(codes: readonly StatusCode[]): boolean {
  const refused = codes.some(
    ({ code, kind }) => kind === 'failure' && /^signingCredential\.(?:untrusted|invalid)$/.test(code),
  );
  return (
    !refused && codes.some(({ code, kind }) => kind === 'success' && code === 'signingCredential.trusted')
  );
}

/** Codes worth keeping: what failed and what is noted, bounded. */
export function notableCodes(codes: readonly StatusCode[]): readonly StatusCode[] {
  return codes.filter(({ kind }) => kind !== 'success').slice(0, MAX_STATUS_CODES);
}
