import { ByteFault } from '../../bytes/fault';
import { decodeBase64 } from '../../metadata/base64';

/** One certificate of a PEM text (RFC 7468 §5); comments stand between them. */
const BLOCK = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----([\s\S]*?)-----END (?:TRUSTED )?CERTIFICATE-----/g;

/** The bodies (base64) of the certificates in a PEM text, in their order. */
export function pemBodies(text: string): readonly string[] {
  return [...text.matchAll(BLOCK)].map(([, body]) => body ?? '');
}

/**
 * The bytes of a PEM body.
 *
 * @throws ByteFault `malformed` when it is not base64
 */
export function derOf(body: string): Uint8Array<ArrayBuffer> {
  const bare = body.replace(/\s+/g, '');
  if (bare === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) throw new ByteFault('malformed', 'not base64');
  return new Uint8Array(decodeBase64(new TextEncoder().encode(bare)));
}
