import type { SignatureChecker, SignatureGap, SignatureResult } from '../signals/gb45438/label-signature';
import {
  readSecurityData,
  type SecurityData,
  type SecurityKey,
  type SecuritySignature,
} from '../signals/gb45438/security-data';
import { encodedBytes } from './hex';
import { labelMessages } from './label-messages';
import { rsaKey, rsaMatches } from './rsa';
import { sm2Matches, sm2Points, sm2Scalars } from './sm2';

/** OIDs of TC260-PG-202511A as seen in files: GM/T 0006-2012 and RFC 8017 appendix C. */
const SM3_WITH_SM2 = '1.2.156.10197.1.501';
const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';

/** Most signatures over the label checked in one field, and most keys tried for each. */
const MAX_CHECKED = 4;

type Messages = ReturnType<typeof labelMessages>;

/**
 * Checks the signature over the label in one reserved field (TC260-PG-202511A, appendix A.1) with the key held
 * in the same field. It says whether label and signature belong together, not who signed: anyone can put a key
 * of their own beside a label. The content binding (appendix A.2) is not checked.
 *
 * What the propagator signs is not established, so that of its field a signature that does not match gives
 * `unchecked`, not `differs`.
 */
export const checkSecuritySignature: SignatureChecker = async (input) => {
  const data = readSecurityData(input.fields[input.code] ?? '');
  if (data === undefined) return unchecked('no-signature');
  if (data === 'malformed') return unchecked('malformed');
  const signatures = data.signatures.filter(({ ofLabel }) => ofLabel).slice(0, MAX_CHECKED);
  if (signatures.length === 0) return unchecked('no-signature');
  const messages = labelMessages(input);
  const results: SignatureResult[] = [];
  for (const signature of signatures) results.push(await checkOne(signature, data, messages));
  const result = worst(results);
  return result.state === 'differs' && input.code === 'ReservedCode2' ? unchecked('message') : result;
};

const unchecked = (why: SignatureGap): SignatureResult => ({ state: 'unchecked', why });

/** Of several signatures over one label one that differs counts, then one that matches. */
function worst(results: readonly SignatureResult[]): SignatureResult {
  const of = (state: SignatureResult['state']) => results.find((one) => one.state === state);
  return of('differs') ?? of('matches') ?? results[0] ?? unchecked('no-signature');
}

function checkOne(
  signature: SecuritySignature,
  data: SecurityData,
  messages: Messages,
): SignatureResult | Promise<SignatureResult> {
  const { algorithm, keyId } = signature;
  if (algorithm !== SM3_WITH_SM2 && algorithm !== SHA256_WITH_RSA) return unchecked('algorithm');
  const keys = data.keys.filter((key) => key.keyId === keyId).slice(0, MAX_CHECKED);
  if (keys.length === 0) return unchecked(data.certificate ? 'certificate' : 'no-key');
  return algorithm === SM3_WITH_SM2
    ? checkSm2(signature, keys, messages)
    : checkRsa(signature, keys, messages);
}

function checkSm2({ value }: SecuritySignature, keys: readonly SecurityKey[], messages: Messages) {
  const scalars = sm2Scalars(value);
  const points = keys.flatMap((key) => sm2Points(key.value));
  if (scalars === undefined || points.length === 0) return unchecked('malformed');
  return asResult(points.some((point) => messages.some((text) => sm2Matches(text, scalars, point))));
}

async function checkRsa({ value }: SecuritySignature, keys: readonly SecurityKey[], messages: Messages) {
  const signature = encodedBytes(value);
  const imported = await Promise.all(keys.map((key) => encodedBytes(key.value)).map(importKey));
  const usable = imported.filter((key) => key !== undefined);
  if (signature === undefined || usable.length === 0) return unchecked('malformed');
  const pairs = usable.flatMap((key) => messages.map((text) => rsaMatches(text, signature, key)));
  return asResult((await Promise.all(pairs)).includes(true));
}

const importKey = (spki: Uint8Array<ArrayBuffer> | undefined) =>
  spki === undefined ? undefined : rsaKey(spki);

const asResult = (matches: boolean): SignatureResult => ({ state: matches ? 'matches' : 'differs' });
