import { ByteFault } from '../../bytes/fault';
import { type Parse, read } from '../../bytes/parse';
import type { Span } from '../container';

/** Whether it is the last, its type, its length (RFC 9639, 8.1). */
export const FLAC_BLOCK_HEADER_BYTES = 4;
const LAST = 0x80;
const INVALID_TYPE = 127;

/** RFC 9639, 8.1: types of metadata blocks that are read. */
export const FLAC_BLOCK = { application: 2, vorbisComment: 4 } as const;

export type FlacBlock = { readonly type: number; readonly isLast: boolean; readonly payload: Span };

/** Reads the header of a FLAC metadata block (RFC 9639, 8.1). @throws ByteFault `truncated` or `malformed` */
export function* readFlacBlock(offset: number): Parse<FlacBlock> {
  const cursor = yield* read(offset, FLAC_BLOCK_HEADER_BYTES, 'FLAC metadata block');
  const first = cursor.u8();
  const type = first & ~LAST;
  if (type === INVALID_TYPE) throw new ByteFault('malformed', `no FLAC metadata block at ${offset}`);
  const length = cursor.u8() * 0x1_0000 + cursor.u16be();
  return { type, isLast: (first & LAST) !== 0, payload: { offset: cursor.offset, length } };
}
