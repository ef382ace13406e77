import { Cursor } from '../../bytes/cursor';
import type { Block, Span } from '../container';
import type { Joiner } from './joiner';
import type { Segment } from './segments';

/** Identifier of an extended XMP segment (XMP specification part 3, 1.1.3.1). */
export const EXTENDED_XMP_ID = 'http://ns.adobe.com/xmp/extension/\0';

const PATH = ['JPEG', 'APP1', 'XMP extension'];
/** MD5 of the whole packet, as 32 ASCII hex digits. */
const GUID = /^[0-9A-Fa-f]{32}$/;
const GUID_CHARS = 32;
/** Identifier, GUID, full length and offset, 4 bytes each. */
const HEADER_BYTES = EXTENDED_XMP_ID.length + GUID_CHARS + 8;

type Part = { readonly at: number; readonly span: Span };
type Packet = { readonly total: number; readonly parts: Part[]; joinedBytes: number };

/**
 * Joins the segments of extended XMP packets by GUID, in whatever order they come (XMP specification part 3,
 * 1.1.3.1). A packet comes out once and only whole: every byte of its full length from exactly one segment.
 */
export class ExtendedXmp implements Joiner {
  private readonly packets = new Map<string, Packet>();
  private broken: string | undefined;

  take(segment: Segment): Block | undefined {
    const header = readHeader(segment);
    if (header === undefined) return this.refuse(`extended XMP header at ${segment.payload.offset}`);
    const packet = this.packets.get(header.guid) ?? { total: header.total, parts: [], joinedBytes: 0 };
    this.packets.set(header.guid, packet);
    packet.parts.push(header.part);
    packet.joinedBytes += header.part.span.length;
    if (packet.total !== header.total) return this.refuse(`lengths of extended XMP ${header.guid} differ`);
    return packet.joinedBytes < packet.total ? undefined : this.finish(header.guid, packet);
  }

  fault(): string | undefined {
    const [open] = this.packets.keys();
    return this.broken ?? (open === undefined ? undefined : `parts of extended XMP ${open} are missing`);
  }

  private finish(key: string, packet: Packet): Block | undefined {
    const parts = packet.parts.toSorted((one, other) => one.at - other.at);
    this.packets.delete(key);
    const [first, ...rest] = parts.map(({ span }) => span);
    if (first === undefined || !isGapless(parts, packet.total))
      return this.refuse(`parts of extended XMP ${key} have holes or overlap`);
    return { kind: 'xmp-extended', path: PATH, spans: [first, ...rest], key };
  }

  private refuse(why: string): undefined {
    this.broken ??= why;
  }
}

function readHeader({ payload, head }: Segment): { guid: string; total: number; part: Part } | undefined {
  if (head.length < HEADER_BYTES) return undefined;
  const cursor = new Cursor(head, payload.offset);
  cursor.skip(EXTENDED_XMP_ID.length);
  const guid = cursor.latin1(GUID_CHARS);
  const total = cursor.u32be();
  const at = cursor.u32be();
  const span = { offset: payload.offset + HEADER_BYTES, length: payload.length - HEADER_BYTES };
  return GUID.test(guid) && total > 0 ? { guid, total, part: { at, span } } : undefined;
}

/** Whether sorted parts cover 0 to `total` exactly. */
function isGapless(parts: readonly Part[], total: number): boolean {
  let reached = 0;
  for (const { at, span } of parts) {
    if (at !== reached) return false;
    reached += span.length;
  }
  return reached === total;
}
