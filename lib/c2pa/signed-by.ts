import type { CborValue } from '../metadata/cbor';
import type { SignedBy } from './credential';
import { mapOf, present, textAt } from './values';

type Members = ReadonlyMap<CborValue, CborValue>;

/**
 * Who signed, from the `signature` member of a crJSON manifest or identity assertion.
 *
 * @returns `undefined` when it names neither a certificate nor a time
 */
export function signedBy(signature: Members): SignedBy | undefined {
  const certificate = mapOf(signature.get('certificateInfo'));
  const subject = mapOf(certificate.get('subject'));
  const validity = mapOf(certificate.get('validity'));
  const stamp = mapOf(signature.get('timeStampInfo'));
  const by = present({
    name: textAt(subject, 'CN'),
    organization: textAt(subject, 'O'),
    issuer: textAt(mapOf(certificate.get('issuer')), 'CN', 'O'),
    serial: textAt(certificate, 'serialNumber'),
    validFrom: textAt(validity, 'notBefore'),
    validTo: textAt(validity, 'notAfter'),
    signedAt: textAt(stamp, 'timestamp'),
    stampedBy: textAt(mapOf(mapOf(stamp.get('certificateInfo')).get('subject')), 'CN', 'O'),
    algorithm: textAt(signature, 'algorithm'),
  });
  return Object.keys(by).length === 0 ? undefined : by;
}
