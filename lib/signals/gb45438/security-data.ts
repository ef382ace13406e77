import { fileText } from '../../bytes/file-text';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, scalarText } from '../json/json-value';
import { parseJson } from '../json/parse-json';
import { MAX_NAME_CHARS } from '../signal-limits';
import type { GbLabel } from './label';
import { type LabelSignature, SECURITY_CODES, type SignatureGap } from './label-signature';

/** One public signature of SecurityData, as written. */
export type SecuritySignature = {
  readonly keyId: string;
  /** OID in dotted form. */
  readonly algorithm: string;
  /** Whether the label is what was signed; otherwise a content binding or something unknown. */
  readonly ofLabel: boolean;
  /** Hex of DER, as the guide has it. */
  readonly value: string;
};

export type SecurityKey = { readonly keyId: string; readonly algorithm: string; readonly value: string };

/** The publicly verifiable part of a SecurityData object (TC260-PG-202511A). */
export type SecurityData = {
  readonly signatures: readonly SecuritySignature[];
  readonly keys: readonly SecurityKey[];
  /** Whether a certificate is held or named. */
  readonly certificate: boolean;
};

/** Most entries of PubSD looked at; real ones hold two to four. */
const MAX_ENTRIES = 16;

/** Longest signature or key looked at, in characters: RSA of 8192 bits takes 2,048 in hex. */
const MAX_KEY_CHARS = 8192;

/** JSON inside base64 begins with `{"` or `{ `. */
const BASE64_JSON = /^ey[A-Za-z0-9+/_-]{16,}={0,2}$/;

/** Text that means SecurityData even where its JSON is broken. */
const MENTIONS = /"(?:SecurityData|PubS[Dd])"/;

/** Names of the signed object "label": that of the guide, and the one MiniMax and StepFun write. */
const LABEL_OBJECTS: readonly string[] = ['Md', 'LabelMataData', 'LabelMetaData'];

/**
 * Reads the SecurityData object out of a reserved field: JSON text, the same in base64, with or without its
 * wrapper; tolerant of a blank around its type and of `PubSd`.
 *
 * @returns `undefined` where the field holds something else (digests, ids, nothing); `'malformed'` where it names
 *   SecurityData but cannot be read
 */
export function readSecurityData(text: string): SecurityData | 'malformed' | undefined {
  const json = asJsonText(text.trim());
  const value = opened(parseJson(json));
  const object = isJsonObject(value) ? (opened(value.get('SecurityData')) ?? value) : undefined;
  if (!isJsonObject(object) || scalarText(object.get('Type'))?.trim() !== 'TC260PG')
    return MENTIONS.test(json) ? 'malformed' : undefined;
  const entries = entriesOf(object.get('PubSD') ?? object.get('PubSd'));
  return {
    signatures: entries.filter((one) => typeOf(one) === 'DS').map(asSignature),
    keys: entries.filter((one) => typeOf(one) === 'PubKey').map(asKey),
    certificate: entries.some((one) => /cert/i.test(typeOf(one)) || one.has('Cert') || one.has('CertID')),
  };
}

/** The signatures a label carries, none of them checked: one for each reserved field with SecurityData. */
export function findSignatures(fields: GbLabel['fields']): readonly LabelSignature[] {
  return SECURITY_CODES.flatMap((code) => {
    const data = readSecurityData(fields[code] ?? '');
    if (data === undefined) return [];
    if (data === 'malformed') return [unchecked(code, 'malformed')];
    const signature = data.signatures.find(({ ofLabel }) => ofLabel);
    if (signature === undefined) return [unchecked(code, 'no-signature')];
    const algorithm = fileText(signature.algorithm, MAX_NAME_CHARS);
    return [{ ...unchecked(code, 'not-here'), algorithm }];
  });
}

const unchecked = (code: LabelSignature['code'], why: SignatureGap): LabelSignature => ({
  code,
  result: { state: 'unchecked', why },
});

function asJsonText(text: string): string {
  if (!BASE64_JSON.test(text)) return text;
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return text;
  }
}

const opened = (value: JsonValue | undefined): JsonValue | undefined =>
  typeof value === 'string' ? parseJson(value) : value;

function entriesOf(value: JsonValue | undefined): readonly JsonObject[] {
  const list = opened(value);
  return isJsonArray(list) ? list.slice(0, MAX_ENTRIES).filter(isJsonObject) : [];
}

const textOf = (object: JsonObject, name: string): string =>
  (scalarText(object.get(name)) ?? '').trim().slice(0, MAX_KEY_CHARS);

const typeOf = (entry: JsonObject): string => textOf(entry, 'Type');

/** `KeyID` links a signature to its key; 0 where it is left out. */
const keyIdOf = (entry: JsonObject): string => textOf(entry, 'KeyID') || '0';

function asSignature(entry: JsonObject): SecuritySignature {
  const signed = opened(entry.get('TBSData'));
  const ofLabel = isJsonObject(signed) && LABEL_OBJECTS.includes(typeOf(signed));
  const value = textOf(entry, 'Signature');
  return { keyId: keyIdOf(entry), algorithm: textOf(entry, 'AlgID'), ofLabel, value };
}

function asKey(entry: JsonObject): SecurityKey {
  return { keyId: keyIdOf(entry), algorithm: textOf(entry, 'AlgID'), value: textOf(entry, 'KeyValue') };
}
