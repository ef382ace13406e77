import { type FileText, fileText } from '../../bytes/file-text';
import { MAX_CRJSON_INPUT_CHARS, MAX_CRJSON_ITEMS, MAX_GRAPH_ITEMS } from '../../bytes/limits';
import type { CborValue } from '../../metadata/cbor';
import type { CrManifest, CrStore } from '../cr-json';
import type { GraphIdentity, StatusCode } from '../credential';
import type { C2paReading } from '../library';
import { listOf, mapOf, parseJson, present, textAt } from '../values';

type Members = ReadonlyMap<CborValue, CborValue>;

/** Identity assertions of each manifest as the library decoded them, in their order. */
export type DecodedIdentities = ReadonlyMap<CborValue, readonly Members[]>;

const IDENTITY_LABEL = /^cawg\.identity(?:__\d+)?$/;

/** Says only that nobody vouches for who issued the identity. */
const UNTRUSTED = /^cawg\..*untrusted/;

/**
 * Identities as decoded: crJSON gives the claim's certificate for those that are aggregated, so they are read from
 * the library's other output, which costs nothing where there are none.
 */
export function decodeIdentities(store: CrStore, reading: C2paReading): DecodedIdentities {
  const json = store.manifests.some((one) => identityLabels(one).length > 0) ? reading.json() : '{}';
  if (json.length > MAX_CRJSON_INPUT_CHARS) return new Map();
  const manifests = mapOf(mapOf(parseJson(json, MAX_CRJSON_ITEMS)).get('manifests'));
  return new Map([...manifests].map(([label, manifest]) => [label, decodedIn(mapOf(manifest))]));
}

function decodedIn(manifest: Members): readonly Members[] {
  return listOf(manifest.get('assertions'))
    .map(mapOf)
    .filter((one) => IDENTITY_LABEL.test(textAt(one, 'label') ?? ''))
    .map((one) => mapOf(one.get('data')));
}

/**
 * Named identities of a manifest (CAWG Identity Assertion 1.2). They are not the signer, and a broken one says
 * nothing about the content.
 */
export function readIdentities(
  manifest: CrManifest,
  codes: readonly StatusCode[],
  decoded: DecodedIdentities,
): readonly GraphIdentity[] {
  const data = decoded.get(manifest.label) ?? [];
  return identityLabels(manifest)
    .flatMap((label, index) => {
      const standing = standingOf(codes.filter(({ url }) => url?.endsWith(`/${label}`)));
      return readIdentity(data[index] ?? new Map(), standing);
    })
    .slice(0, MAX_GRAPH_ITEMS);
}

function identityLabels({ assertions }: CrManifest): readonly string[] {
  return [...assertions.keys()].filter(
    (label): label is string => typeof label === 'string' && IDENTITY_LABEL.test(label),
  );
}

/** One signed with a certificate, or the accounts and names a provider verified, each by itself. */
function readIdentity(data: Members, standing: GraphIdentity['standing']): readonly GraphIdentity[] {
  const verified = listOf(data.get('verifiedIdentities'));
  if (verified.length > 0) return verified.map((one) => verifiedIdentity(mapOf(one), standing));
  const signature = mapOf(data.get('signature_info'));
  const texts = { name: textAt(signature, 'common_name', 'issuer'), provider: textAt(signature, 'issuer') };
  return [{ kind: kindOf(mapOf(data.get('signer_payload')), 'sig_type'), standing, ...present(texts) }];
}

function verifiedIdentity(one: Members, standing: GraphIdentity['standing']): GraphIdentity {
  const texts = {
    name: textAt(one, 'name', 'username'),
    provider: textAt(mapOf(one.get('provider')), 'name', 'id'),
  };
  return { kind: kindOf(one, 'type'), standing, ...present(texts) };
}

function kindOf(map: Members, member: string): FileText {
  return textAt(map, member) ?? fileText('cawg.identity');
}

function standingOf(codes: readonly StatusCode[]): GraphIdentity['standing'] {
  const cawg = codes.filter(({ code }) => code.startsWith('cawg.'));
  if (cawg.some(({ kind, code }) => kind === 'failure' && !UNTRUSTED.test(code))) return 'invalid';
  const vouched = cawg.some(({ code }) => /^cawg\..*(?<!un)trusted/.test(code));
  return vouched && !cawg.some(({ code }) => UNTRUSTED.test(code)) ? 'trusted' : 'untrusted';
}
