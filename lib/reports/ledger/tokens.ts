import { during } from './ledger';

/** Longest bearer token (RFC 6750 sets no limit; servers commonly refuse headers of 8 KiB). */
export const MAX_TOKEN_CHARS = 4096;

/** Characters of a bearer token (`b64token`, RFC 6750 §2.1). */
const TOKEN = /^[A-Za-z0-9\-._~+/]+=*$/;

/** Whether this can be a bearer token. */
export function isToken(text: string): boolean {
  return text.length <= MAX_TOKEN_CHARS && TOKEN.test(text);
}

/** Keeps the token of an endpoint; an empty one forgets it. @throws LedgerFault */
export function saveToken(url: string, token: string): Promise<void> {
  return during(async (db) => {
    if (token === '') await db.delete('tokens', url);
    else await db.put('tokens', { url, token });
  });
}

/** The token of an endpoint. @throws LedgerFault */
export function loadToken(url: string): Promise<string | undefined> {
  return during(async (db) => (await db.get('tokens', url))?.token);
}
