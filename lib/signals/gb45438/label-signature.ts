import type { FileText } from '../../bytes/file-text';
import type { GbLabel } from './label';

/** Where the security guide puts SecurityData: the producer's field, the propagator's field. */
export const SECURITY_CODES = ['ReservedCode1', 'ReservedCode2'] as const;
export type SecurityCode = (typeof SECURITY_CODES)[number];

/**
 * Why a signature was not checked.
 *
 * - `not-here`: nobody has checked it yet; the reader of a page does not
 * - `no-signature`: SecurityData without a public signature over the label
 * - `algorithm`: neither SM3 with SM2 nor SHA-256 with RSA · `no-key`: no key for it in the file
 * - `certificate`: the key is named or held by a certificate only
 * - `message`: which text was signed is not established
 * - `malformed`: SecurityData, signature or key cannot be read
 */
export const SIGNATURE_GAPS = [
  'not-here',
  'no-signature',
  'algorithm',
  'no-key',
  'certificate',
  'message',
  'malformed',
] as const;
export type SignatureGap = (typeof SIGNATURE_GAPS)[number];

/**
 * What a check of one label's signature gave. The key travels in the file it signs, so `matches` shows that the
 * label was not changed after signing, and never who signed it.
 */
export type SignatureResult =
  | { readonly state: 'matches' }
  | { readonly state: 'differs' }
  | { readonly state: 'unchecked'; readonly why: SignatureGap };

/** SecurityData found in one reserved field. */
export type LabelSignature = {
  readonly code: SecurityCode;
  /** OID as written, of the signature over the label, where there is one. */
  readonly algorithm?: FileText;
  readonly result: SignatureResult;
};

/** What a check needs: the label's fields as read, and which reserved field to check. */
export type SignatureInput = { readonly fields: GbLabel['fields']; readonly code: SecurityCode };

/** Checks a label's signature; injected, since curve arithmetic does not belong into pages. Never rejects. */
export type SignatureChecker = (input: SignatureInput) => Promise<SignatureResult>;
