import type { CredentialCheck, Integrity, SignerStanding } from '../../c2pa/credential';
import type { Inspection } from '../../inspect/inspection';

/** Every state of a file's Content Credentials that a person is told apart, in one list for words and tests. */
export const CREDENTIAL_STATES = [
  'listed',
  'interim',
  'own',
  'unlisted',
  'expired',
  'revoked',
  'content-changed',
  'signature-broken',
  'malformed',
  'elsewhere',
  'none',
  'checking',
  'unchecked',
] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

/** What an inspection carries of its credential: the check, or that it is under way. */
export type CredentialNow = NonNullable<Inspection['credential']>;

/** States in which something was altered; all others are said calmly. */
const ALARMS: readonly CredentialState[] = ['content-changed', 'signature-broken'];

/**
 * The one state to show for a check: what is wrong with the bytes comes before what is known of the signer, because a
 * signer says nothing about bytes it did not sign.
 */
export function credentialState(check: CredentialNow): CredentialState {
  return check.kind === 'checked' ? signedState(check.integrity, check.signer) : check.kind;
}

/** The state of one manifest of the history, by the same order. */
export function signedState(integrity: Integrity, signer: SignerStanding): CredentialState {
  return integrity === 'intact' ? signer : integrity;
}

/** Whether a state is one of the two that look like an alarm: content changed after signing, signature broken. */
export function isAlarm(state: CredentialState): boolean {
  return ALARMS.includes(state);
}

/** Whether a person can ask for the check again, and it may then say more. */
export function canCheckAgain(check: CredentialCheck): boolean {
  return check.kind === 'unchecked' && check.why !== 'unsupported';
}
