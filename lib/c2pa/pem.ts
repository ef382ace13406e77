import { base64Text } from './base64-text';

/** Characters of a PEM line (RFC 7468 §2). */
const PEM_LINE = 64;

/** A certificate (DER) as PEM text. */
export function pemOf(der: Uint8Array): string {
  const lines = base64Text(der).match(new RegExp(`.{1,${PEM_LINE}}`, 'g')) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
