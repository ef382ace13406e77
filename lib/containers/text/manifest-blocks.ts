import type { Span } from '../container';

/** What structured text wraps a manifest store in (C2PA 2.5, A.9). */
const BEGIN = '-----BEGIN C2PA MANIFEST-----';
const END = '-----END C2PA MANIFEST-----';
/** The store inline; a URL in its place is never fetched. */
const INLINE = /^\s{0,64}data:application\/c2pa;base64,/;
const BASE64 = /^[A-Za-z0-9+/=\s]*$/;
/** Longest start of a block looked at for its scheme. */
const INLINE_CHARS = 128;
/** Most blocks taken from one text; more than one means that none counts. */
const MAX_BLOCKS = 4;

/**
 * Finds manifest stores between BEGIN and END, as Base64. One pass: a BEGIN behind another one, before its END, makes
 * the first none.
 *
 * @param text the file as Latin-1, so that indexes are byte offsets
 * @returns where the Base64 stands, blanks around it left out
 */
export function findManifestBlocks(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(BEGIN); at >= 0 && found.length < MAX_BLOCKS; ) {
    const end = text.indexOf(END, at);
    if (end < 0) break;
    const start = text.lastIndexOf(BEGIN, end) + BEGIN.length;
    const span = inlineStore(text, start, end);
    if (span !== undefined) found.push(span);
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
