import { type Parse, readUpTo } from '../../bytes/parse';
import type { Emit } from '../blocks';
import type { Block, Span } from '../container';
import type { SubBlocks } from './sub-blocks';

/** Labels of extensions that hold text or applications' data (GIF89a, 24 and 26). */
export const COMMENT_LABEL = 0xfe;
export const APPLICATION_LABEL = 0xff;

/** Identifier and authentication code of an application (GIF89a, 26). */
const APPLICATION_BYTES = 11;
/** XMP Specification Part 3 §1.1.2. */
const XMP_APPLICATION = 'XMP DataXMP';
/** C2PA specification, A.3.4. */
const C2PA_APPLICATION = 'C2PA_GIF\x01\x00\x00';
/**
 * XMP Specification Part 3 §1.1.2: the packet stands there as it is, not in sub-blocks; these bytes behind it
 * bring a reader of sub-blocks to the end from wherever it lands. The last is the terminator.
 */
const MAGIC_TRAILER_BYTES = 258;
/** Looked at to tell a bare packet from one that a writer put into sub-blocks after all. */
const PACKET_START = /^(?:<|\xef\xbb\xbf<|\xff\xfe<|\xfe\xff\0<)/;
const PACKET_START_BYTES = 4;

/**
 * Emits an extension that holds metadata.
 *
 * @param label the extension's label
 * @param subBlocks all its sub-blocks; of an application the first holds the identifier
 */
export function* visitExtension(emit: Emit, label: number, { spans, end }: SubBlocks): Parse<void> {
  if (label === COMMENT_LABEL) return emitAll(emit, 'comment', ['GIF', 'Comment'], spans);
  const [first, ...data] = spans;
  if (label !== APPLICATION_LABEL || first?.length !== APPLICATION_BYTES) return;
  const application = latin1((yield* readUpTo(first.offset, first.length, 'GIF application')).bytes);
  if (application === C2PA_APPLICATION) emitAll(emit, 'jumbf', ['GIF', 'C2PA_GIF'], data);
  if (application !== XMP_APPLICATION) return;
  const start = first.offset + APPLICATION_BYTES;
  const packet = (yield* isBarePacket(start)) ? bareSpans(start, end) : data;
  emitAll(emit, 'xmp', ['GIF', 'XMP DataXMP'], packet);
}

function* isBarePacket(start: number): Parse<boolean> {
  return PACKET_START.test(latin1((yield* readUpTo(start, PACKET_START_BYTES, 'GIF XMP')).bytes));
}

const bareSpans = (start: number, end: number): Span[] => {
  const length = end - MAGIC_TRAILER_BYTES - start;
  return length > 0 ? [{ offset: start, length }] : [];
};

function emitAll(emit: Emit, kind: Block['kind'], path: readonly string[], spans: readonly Span[]): void {
  const [first, ...rest] = spans;
  if (first !== undefined) emit({ kind, path, spans: [first, ...rest] });
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
