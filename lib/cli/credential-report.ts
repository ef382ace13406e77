import type { CredentialCheck, Integrity, SignedBy, SignerStanding } from '../c2pa/credential';
import type { Inspection } from '../inspect/inspection';

type Credential = NonNullable<Inspection['credential']>;
type Checked = Extract<CredentialCheck, { kind: 'checked' }>;

/** The check of a credential as the README documents it; only what went wrong of its codes. */
export function credentialJson(credential: Credential): object {
  if (credential.kind !== 'checked') return credential;
  const { integrity, signer, signedBy, unbound, failed, codes } = credential;
  return {
    kind: 'checked',
    integrity,
    signer,
    ...(signedBy === undefined ? {} : { signedBy }),
    ...(unbound === true ? { unbound } : {}),
    failed,
    failures: codes.filter(({ kind }) => kind === 'failure').map(({ code }) => code),
  };
}

const INTEGRITY: Readonly<Record<Integrity, string>> = {
  intact: 'intact',
  'content-changed': 'content changed after signing',
  'signature-broken': 'signature broken',
  malformed: 'malformed',
};
const SIGNER: Readonly<Record<SignerStanding, string>> = {
  listed: 'signer on the official list',
  interim: 'signer on the interim list',
  own: 'signer under an anchor of your own',
  unlisted: 'signer on no list',
  expired: 'certificate expired, no listed time stamp',
  revoked: 'certificate revoked',
};

/** The check in one line for people. */
export function credentialText(credential: Credential): string {
  switch (credential.kind) {
    case 'checked':
      return `credential: ${checkedText(credential)}`;
    case 'elsewhere':
      return `credential stored elsewhere: ${credential.url} (not fetched)`;
    case 'unchecked':
      return `credential not checked: ${credential.why}`;
    default:
      return `credential: ${credential.kind}`;
  }
}

function checkedText({ integrity, signer, signedBy, unbound }: Checked): string {
  if (integrity !== 'intact') return INTEGRITY[integrity];
  const bound = unbound === true ? ', content not compared' : '';
  return [`${INTEGRITY.intact}${bound}`, SIGNER[signer], ...signerText(signedBy)].join(' · ');
}

function signerText(by: SignedBy | undefined): readonly string[] {
  const name = [by?.name, by?.organization].filter((text) => text !== undefined).join(', ');
  const signedAt = by?.signedAt === undefined ? [] : [by.signedAt];
  return name === '' ? signedAt : [name, ...signedAt];
}
