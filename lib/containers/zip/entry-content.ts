import { ByteFault } from '../../bytes/fault';
import { inflateRaw } from '../../bytes/inflate';
import { MAX_BLOCK_BYTES } from '../../bytes/limits';
import { type Parse, read } from '../../bytes/parse';
import type { Span } from '../container';
import type { ZipEntry } from './central-directory';

/** Where the bytes of an entry lie, and what they are where they had to be inflated. */
export type ZipContent = { readonly span: Span; readonly content?: Uint8Array };

/** APPNOTE.TXT 4.3.7: local file header. */
const SIGNATURE = 0x04034b50;
const HEADER_BYTES = 30;
const NAME_LENGTH_AT = 26;

/** APPNOTE.TXT 4.4.5. */
const STORED = 0;
const DEFLATED = 8;

/**
 * Finds the bytes of one entry of a ZIP file; those of a stored one are not read.
 *
 * @param maxBytes most bytes it may have, packed or not
 * @throws ByteFault `unsupported` where it is encrypted or packed otherwise than by deflate, `over-budget` beyond
 *   `maxBytes`, `truncated` where it reaches beyond the file, `malformed` else
 */
export function* readEntryContent(entry: ZipEntry, size: number, maxBytes: number): Parse<ZipContent> {
  const span = yield* locate(entry, size);
  if (span.length > Math.min(maxBytes, MAX_BLOCK_BYTES))
    throw new ByteFault('over-budget', `a ZIP entry of ${span.length} bytes is not read`);
  if (entry.method === STORED || span.length === 0) return { span };
  const packed = yield* read(span.offset, span.length, 'ZIP entry');
  return { span, content: inflateRaw(packed.bytes, maxBytes) };
}

/** The lengths in the local header may differ from those in the directory; they say where the bytes begin. */
function* locate({ isEncrypted, method, offset, packed }: ZipEntry, size: number): Parse<Span> {
  if (isEncrypted) throw new ByteFault('unsupported', 'an encrypted ZIP entry');
  if (method !== STORED && method !== DEFLATED)
    throw new ByteFault('unsupported', `a ZIP entry packed by method ${method}`);
  const header = yield* read(offset, HEADER_BYTES, 'ZIP entry header');
  if (header.u32le() !== SIGNATURE) throw new ByteFault('malformed', `no ZIP entry at ${offset}`);
  header.skip(NAME_LENGTH_AT - 4);
  const start = offset + HEADER_BYTES + header.u16le() + header.u16le();
  if (packed > size - start) throw new ByteFault('truncated', `a ZIP entry of ${packed} bytes at ${start}`);
  return { offset: start, length: packed };
}
