/** `c2pa-kp-claimSigning` (C2PA 2.5 §14.5.1). */
const CLAIM_SIGNING = '1.3.6.1.4.1.62558.2.1';
/** `id-kp-emailProtection` and `id-kp-documentSigning`, what signers used before the one above. */
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36';
/** Microsoft's claim signing, on the interim list. */
const MICROSOFT_SIGNING = '1.3.6.1.4.1.311.76.59.1.9';
/** `id-kp-timeStamping`, `id-kp-OCSPSigning`: for authorities beside the signer. */
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';

/** Under the official list: claim signing and its helpers only. */
export const OFFICIAL_USAGES: readonly string[] = [CLAIM_SIGNING, TIME_STAMPING, OCSP_SIGNING];

/** Under the interim list, as its own configuration file has it; also used for anchors of the user. */
export const INTERIM_USAGES: readonly string[] = [
  CLAIM_SIGNING,
  EMAIL_PROTECTION,
  DOCUMENT_SIGNING,
  MICROSOFT_SIGNING,
  TIME_STAMPING,
  OCSP_SIGNING,
];

export const TIME_STAMP_USAGES: readonly string[] = [TIME_STAMPING, OCSP_SIGNING];
