import { fileText } from '../../bytes/file-text';
import { MAX_GRAPH_ITEMS } from '../../bytes/limits';
import type { CborValue } from '../../metadata/cbor';
import type { CrManifest } from '../cr-json';
import type { GraphIdentity, StatusCode } from '../credential';
import { signedBy } from '../signed-by';
import { listOf, mapOf, present, textAt } from '../values';

type Members = ReadonlyMap<CborValue, CborValue>;

const IDENTITY_LABEL = /^cawg\.identity(?:__\d+)?$/;

/** Failures that only say that nobody vouches for the issuer of the identity. */
const UNTRUSTED = /^cawg\.(?:x509\.credential\.untrusted|ica\.untrusted_issuer|.*untrusted.*)$/;

/**
 * Named identities of a manifest (CAWG Identity Assertion 1.2). They are not the signer, and a broken one says
 * nothing about the content.
 */
export function readIdentities(manifest: CrManifest, codes: readonly StatusCode[]): readonly GraphIdentity[] {
  return [...manifest.assertions]
    .filter(([label]) => typeof label === 'string' && IDENTITY_LABEL.test(label))
    .slice(0, MAX_GRAPH_ITEMS)
    .map(([label, value]) => readIdentity(mapOf(value), aboutIdentity(codes, String(label))));
}

/** Codes that name the assertion, and those that name none: older library versions leave the address out. */
function aboutIdentity(codes: readonly StatusCode[], label: string): readonly StatusCode[] {
  return codes.filter(
    ({ code, url }) =>
      code.startsWith('cawg.') &&
      (url === undefined || url.endsWith(`/${label}`) || !/cawg\.identity/.test(url)),
  );
}

function readIdentity(map: Members, codes: readonly StatusCode[]): GraphIdentity {
  const kind = textAt(mapOf(map.get('signer_payload')), 'sig_type') ?? fileText('unknown');
  const by = signedBy(mapOf(map.get('signature')));
  return {
    kind,
    standing: standingOf(codes),
    ...present({
      ...verifiedName(map),
      ...(by === undefined ? {} : { name: by.name ?? by.organization, provider: by.issuer }),
    }),
  };
}

/** An aggregated identity names people by accounts that a provider verified. */
function verifiedName(map: Members) {
  const [first] = listOf(mapOf(map.get('credentialSubject')).get('verifiedIdentities'));
  const identity = mapOf(first);
  return {
    name: textAt(identity, 'name', 'username'),
    provider: textAt(mapOf(identity.get('provider')), 'name', 'id'),
  };
}

function standingOf(codes: readonly StatusCode[]): GraphIdentity['standing'] {
  const failures = codes.filter(({ kind, code }) => kind === 'failure' && !UNTRUSTED.test(code));
  if (failures.length > 0) return 'invalid';
  return codes.some(({ code }) => UNTRUSTED.test(code)) || codes.length === 0 ? 'untrusted' : 'trusted';
}
