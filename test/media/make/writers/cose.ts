import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const keyFile = (name: string) => readFileSync(fileURLToPath(new URL(`../keys/${name}`, import.meta.url)));

/** Size of the signature box that the C2PA builder sets aside; the padding fills it up. */
export const SIGNATURE_BYTES = 4096;

/** CBOR major types (RFC 8949 §3.1). */
const UNSIGNED = 0;
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;
const NULL = Buffer.from([0xf6]);
const TAG_SIGN1 = Buffer.from([0xd2]);
/** COSE header parameters and algorithm: alg (1) = ES256 (-7), x5chain (33), RFC 9052 and RFC 9360. */
const ALG_HEADER = 1;
const ES256 = Buffer.from([0x26]);
const X5CHAIN_HEADER = 33;

/**
 * Signs a C2PA claim: gives a COSE_Sign1 with detached payload (C2PA 2.2 §13.2) under the project's TEST key, padded to
 * `SIGNATURE_BYTES`.
 */
export function signClaim(claim: Uint8Array): Uint8Array {
  const certificate = new X509Certificate(keyFile('TEST-ONLY-signer.cert.pem')).raw;
  const chain = [head(UNSIGNED, X5CHAIN_HEADER), bytes(certificate)];
  const header = Buffer.concat([head(MAP, 2), head(UNSIGNED, ALG_HEADER), ES256, ...chain]);
  const signed = Buffer.concat([
    head(ARRAY, 4),
    text('Signature1'),
    bytes(header),
    bytes(Buffer.alloc(0)),
    bytes(claim),
  ]);
  const key = createPrivateKey(keyFile('TEST-ONLY-signer.key.pem'));
  const signature = sign('sha256', signed, { key, dsaEncoding: 'ieee-p1363' });
  return padded(header, signature);
}

function padded(header: Buffer, signature: Buffer): Uint8Array {
  const withPadding = (size: number) =>
    Buffer.concat([
      TAG_SIGN1,
      head(ARRAY, 4),
      bytes(header),
      head(MAP, 1),
      text('pad'),
      bytes(Buffer.alloc(size)),
      NULL,
      bytes(signature),
    ]);
  // Any padding above 255 bytes has a length head of three bytes, so its size follows by subtraction.
  const probe = 256;
  return new Uint8Array(withPadding(SIGNATURE_BYTES - withPadding(probe).length + probe));
}

function head(major: number, value: number): Buffer {
  const type = major << 5;
  if (value < 24) return Buffer.from([type | value]);
  if (value < 0x100) return Buffer.from([type | 24, value]);
  if (value < 0x10000) return Buffer.from([type | 25, value >> 8, value & 0xff]);
  const long = Buffer.alloc(5);
  long.writeUInt8(type | 26, 0);
  long.writeUInt32BE(value, 1);
  return long;
}

function bytes(value: Uint8Array): Buffer {
  return Buffer.concat([head(BYTES, value.length), value]);
}

function text(value: string): Buffer {
  return Buffer.concat([head(TEXT, Buffer.byteLength(value)), Buffer.from(value)]);
}
