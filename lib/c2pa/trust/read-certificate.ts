import { ByteFault } from '../../bytes/fault';
import { type FileText, fileText } from '../../bytes/file-text';
import { MAX_CERTIFICATE_BYTES } from '../../bytes/limits';
import { present } from '../values';
import { DER, type DerValue, derContent, derValues, derValuesIn } from './der';
import { COMMON_NAME, hexOf, nameText, ORGANIZATION } from './x509-name';

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

/** Optional fields of a certificate, by their tags (RFC 5280 §4.1). */
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;

/** 2.5.29.19, the content of its object identifier in hexadecimal. */
const BASIC_CONSTRAINTS = '551d13';

/**
 * Reads one certificate.
 *
 * @param der its bytes
 * @throws ByteFault `over-budget` beyond `MAX_CERTIFICATE_BYTES`, `malformed` when it is no X.509 certificate
 */
export async function readCertificate(der: Uint8Array<ArrayBuffer>): Promise<CertificateFacts> {
  if (der.length > MAX_CERTIFICATE_BYTES) throw new ByteFault('over-budget', 'certificate too large');
  const facts = factsOf(der);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', der));
  return { ...facts, fingerprint: hexOf(digest) };
}

/** Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue } (RFC 5280 §4.1). */
function factsOf(der: Uint8Array): Omit<CertificateFacts, 'fingerprint'> {
  const [certificate, ...behind] = derValues(der);
  const [stated, algorithm, signature] = derValuesIn(certificate, DER.sequence);
  derContent(algorithm, DER.sequence);
  derContent(signature, DER.bitString);
  if (behind.length > 0) throw new ByteFault('malformed', 'more than a certificate');
  const fields = derValuesIn(stated, DER.sequence);
  return statedFacts(fields[0]?.tag === VERSION ? fields.slice(1) : fields);
}

/** The fields behind the version: serial number, algorithm, issuer, validity, subject, key, and what may follow. */
function statedFacts(fields: readonly DerValue[]): Omit<CertificateFacts, 'fingerprint'> {
  const [serial, algorithm, issuer, validity, subject, key, ...more] = fields;
  for (const each of [algorithm, key]) derContent(each, DER.sequence);
  const [validFrom, validTo] = derValuesIn(validity, DER.sequence).map(isoOf);
  if (validFrom === undefined || validTo === undefined) throw withoutDates();
  const organization = nameText(subject, ORGANIZATION);
  const number = fileText(hexOf(derContent(serial, DER.integer)));
  return {
    subject: nameText(subject, COMMON_NAME) ?? organization ?? number,
    ...present({ organization, issuer: nameText(issuer, COMMON_NAME) ?? nameText(issuer, ORGANIZATION) }),
    validFrom,
    validTo,
    authority: isAuthority(more.find(({ tag }) => tag === EXTENSIONS)),
  };
}

/** Extension ::= SEQUENCE { extnID, critical DEFAULT FALSE, extnValue } (RFC 5280 §4.2). */
function isAuthority(extensions: DerValue | undefined): boolean {
  if (extensions === undefined) return false;
  const [list] = derValues(extensions.content);
  for (const extension of derValuesIn(list, DER.sequence)) {
    const [id, ...rest] = derValuesIn(extension, DER.sequence);
    if (hexOf(derContent(id, DER.objectId)) === BASIC_CONSTRAINTS) return saysAuthority(rest.at(-1));
  }
  return false;
}

/** BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint OPTIONAL } (RFC 5280 §4.2.1.9). */
function saysAuthority(value: DerValue | undefined): boolean {
  const [constraints] = derValues(derContent(value, DER.octetString));
  const [first] = derValuesIn(constraints, DER.sequence);
  return first?.tag === DER.boolean && first.content[0] !== 0;
}

/** The two forms that certificates may have (RFC 5280 §4.1.2.5): two digits of a year from 1950 on, or four. */
const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;

/** A date outside of what JavaScript counts is no date of a certificate. */
function isoOf({ tag, content }: DerValue): string {
  if (tag !== DER.utcTime && tag !== DER.generalizedTime) throw withoutDates();
  const text = String.fromCharCode(...content.subarray(0, MAX_TIME_CHARS));
  const [, year, month, day, hour, minute, second] =
    TIME.exec(tag === DER.utcTime ? centuryOf(text) + text : text) ?? [];
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(date.getTime())) throw withoutDates();
  return date.toISOString();
}

/** Longer than any time of a certificate. */
const MAX_TIME_CHARS = 32;

const centuryOf = (text: string): string => (text < '5' ? '20' : '19');

const withoutDates = (): ByteFault => new ByteFault('malformed', 'certificate without dates');
