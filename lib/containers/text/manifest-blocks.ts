import { MAX_C2PA_TEXT_CHARS } from '../../bytes/limits';
import type { Span } from '../container';

/** What stands between BEGIN and END: a store as Base64, or the address of one. */
export type ManifestBlock = { readonly kind: 'store' | 'address'; readonly span: Span };

/** What structured text wraps a manifest store in (C2PA 2.5, A.9). */
const BEGIN = '-----BEGIN C2PA MANIFEST-----';
const END = '-----END C2PA MANIFEST-----';
/** The store inline. */
const INLINE = /^\s{0,64}data:application\/c2pa;base64,/;
const BASE64 = /^[A-Za-z0-9+/=\s]*$/;
/** The address of a store elsewhere: shown, never fetched. */
const ADDRESS = /^https?:\/\/\S+$/i;
/** Longest start of a block looked at for its scheme. */
const INLINE_CHARS = 128;
/** Most blocks taken from one text; more than one means that none counts. */
const MAX_BLOCKS = 4;

/**
 * Finds manifest stores between BEGIN and END, as Base64, and addresses of stores elsewhere. One pass: a BEGIN behind another one, before its END, makes
 * the first none.
 *
 * @param text the file as Latin-1, so that indexes are byte offsets
 * @returns where the Base64 or the address stands, blanks around it left out
 */
export function findManifestBlocks(text: string): readonly ManifestBlock[] {
  const found: ManifestBlock[] = [];
  for (let at = text.indexOf(BEGIN); at >= 0 && found.length < MAX_BLOCKS; ) {
    const end = text.indexOf(END, at);
    if (end < 0) break;
    const start = text.lastIndexOf(BEGIN, end) + BEGIN.length;
    const store = inlineStore(text, start, end);
    const address = store === undefined ? addressIn(text, start, end) : undefined;
    if (store !== undefined) found.push({ kind: 'store', span: store });
    if (address !== undefined) found.push({ kind: 'address', span: address });
    at = text.indexOf(BEGIN, end);
  }
  return found;
}

function inlineStore(text: string, start: number, end: number): Span | undefined {
  const scheme = INLINE.exec(text.slice(start, Math.min(end, start + INLINE_CHARS)))?.[0];
  if (scheme === undefined) return undefined;
  const written = text.slice(start + scheme.length, end);
  const base64 = written.trimEnd();
  if (base64 === '' || !BASE64.test(base64)) return undefined;
  return { offset: start + scheme.length, length: base64.length };
}

function addressIn(text: string, start: number, end: number): Span | undefined {
  if (end - start > MAX_C2PA_TEXT_CHARS) return undefined;
  const written = text.slice(start, end);
  const address = written.trim();
  const offset = start + written.length - written.trimStart().length;
  return ADDRESS.test(address) ? { offset, length: address.length } : undefined;
}
