import {
  type AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  type RelativeDistinguishedNames,
} from 'pkijs';
import { ByteFault } from '../../bytes/fault';
import { type FileText, fileText } from '../../bytes/file-text';
import { MAX_C2PA_TEXT_CHARS, MAX_CERTIFICATE_BYTES } from '../../bytes/limits';
import { present } from '../values';

/** What people see of a certificate (RFC 5280 §4.1). */
export type CertificateFacts = {
  /** Common name of the subject, else its organization, else nothing but blanks would be left: the serial number. */
  readonly subject: FileText;
  readonly organization?: FileText;
  readonly issuer?: FileText;
  /** ISO 8601. */
  readonly validFrom: string;
  readonly validTo: string;
  /** SHA-256 of the certificate, lower-case hexadecimal. */
  readonly fingerprint: string;
  /** It may vouch for other certificates (`cA`, RFC 5280 §4.2.1.9). */
  readonly authority: boolean;
};

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
const BASIC_CONSTRAINTS = '2.5.29.19';

/**
 * Reads one certificate.
 *
 * @param der its bytes
 * @throws ByteFault `over-budget` beyond `MAX_CERTIFICATE_BYTES`, `malformed` when it is no X.509 certificate
 */
export async function readCertificate(der: Uint8Array<ArrayBuffer>): Promise<CertificateFacts> {
  if (der.length > MAX_CERTIFICATE_BYTES) throw new ByteFault('over-budget', 'certificate too large');
  const facts = factsOf(decoded(der));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', der));
  return { ...facts, fingerprint: hexOf(digest) };
}

function decoded(der: Uint8Array<ArrayBuffer>): Certificate {
  try {
    return Certificate.fromBER(der);
  } catch {
    // The library names its own schema in its errors, not what is wrong with the certificate.
    throw new ByteFault('malformed', 'no X.509 certificate');
  }
}

function factsOf(certificate: Certificate): Omit<CertificateFacts, 'fingerprint'> {
  const { subject, issuer, notBefore, notAfter, serialNumber } = certificate;
  const organization = nameIn(subject, ORGANIZATION);
  const serial = hexOf(new Uint8Array(serialNumber.valueBlock.valueHexView));
  return {
    subject: nameIn(subject, COMMON_NAME) ?? organization ?? fileText(serial),
    ...present({ organization, issuer: nameIn(issuer, COMMON_NAME) ?? nameIn(issuer, ORGANIZATION) }),
    validFrom: isoOf(notBefore.value),
    validTo: isoOf(notAfter.value),
    authority: isAuthority(certificate),
  };
}

function nameIn(names: RelativeDistinguishedNames, type: string): FileText | undefined {
  const found = names.typesAndValues.find((one: AttributeTypeAndValue) => one.type === type);
  const text: unknown = found?.value.valueBlock.value;
  return typeof text === 'string' && text.trim() !== '' ? fileText(text, MAX_C2PA_TEXT_CHARS) : undefined;
}

function isAuthority({ extensions }: Certificate): boolean {
  const found = extensions?.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue;
  return found instanceof BasicConstraints && found.cA;
}

/** A date outside of what JavaScript counts is no date of a certificate. */
function isoOf(date: Date): string {
  if (Number.isNaN(date.getTime())) throw new ByteFault('malformed', 'certificate without dates');
  return date.toISOString();
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
