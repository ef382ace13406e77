import { Cursor } from '../../bytes/cursor';
import type { Block, Span } from '../container';
import type { Joiner } from './joiner';
import type { Segment } from './segments';

/** Common identifier of JPEG systems segments (ISO/IEC 19566-5, D.2; the CI field). */
export const JPEG_SYSTEMS_ID = 'JP';

const PATH = ['JPEG', 'APP11', 'JUMBF'];
/** CI 2, box instance number En 2, packet sequence number Z 4. */
const PACKET_HEADER_BYTES = 8;
/** LBox 4, TBox 4; XLBox 8 more where LBox is 1 (ISO/IEC 15444-1, I.4). */
const BOX_HEADER_BYTES = 8;
const LONG_BOX_HEADER_BYTES = 16;
const IS_LONG = 1;
const SUPERBOX = 'jumb';

type Packet = {
  readonly instance: number;
  readonly sequence: number;
  readonly type: string;
  /** Length of the whole box with its header, as this segment states it. */
  readonly boxBytes: number;
  readonly headerBytes: number;
  /** Content of the box in this segment, behind the repeated box header. */
  readonly content: Span;
};

type OpenBox = { readonly packets: Packet[]; joinedBytes: number };

/**
 * Joins JUMBF superboxes split over APP11 segments (ISO/IEC 19566-5, D.2): segments of one box share En and
 * repeat the box header, Z orders them. The block's spans are the box exactly once: the first keeps the header.
 */
export class JumbfBoxes implements Joiner {
  private readonly open = new Map<number, OpenBox>();
  private broken: string | undefined;

  take(segment: Segment): Block | undefined {
    const packet = readPacket(segment);
    if (packet === undefined) return this.refuse(`JUMBF packet at ${segment.payload.offset} is too short`);
    if (packet.type !== SUPERBOX) return undefined;
    const box = this.open.get(packet.instance) ?? { packets: [], joinedBytes: packet.headerBytes };
    this.open.set(packet.instance, box);
    box.packets.push(packet);
    box.joinedBytes += packet.content.length;
    return box.joinedBytes < packet.boxBytes ? undefined : this.finish(packet.instance, box);
  }

  fault(): string | undefined {
    const [instance] = this.open.keys();
    return this.broken ?? (instance === undefined ? undefined : `parts of JUMBF box ${instance} are missing`);
  }

  private finish(instance: number, box: OpenBox): Block | undefined {
    this.open.delete(instance);
    const packets = box.packets.toSorted((one, other) => one.sequence - other.sequence);
    const [first, ...rest] = packets;
    if (first === undefined || !agree(packets) || box.joinedBytes !== first.boxBytes)
      return this.refuse(`parts of JUMBF box ${instance} contradict each other`);
    return { kind: 'jumbf', path: PATH, spans: [withHeader(first), ...rest.map(({ content }) => content)] };
  }

  private refuse(why: string): undefined {
    this.broken ??= why;
  }
}

/** ITU-T T.81 B.1.1.4: the length of a segment is two bytes, which count themselves. */
const MAX_SEGMENT_BYTES = 0xffff;
const MARKER_BYTES = 2;

/**
 * How many bytes a JUMBF superbox takes from the payload of its first segment on, with the headers of the others and a
 * header behind them.
 *
 * @returns `undefined` for any other segment
 */
export function boxExtent(segment: Segment): number | undefined {
  const packet = readPacket(segment);
  if (packet?.type !== SUPERBOX || packet.sequence > 1) return undefined;
  const header = MARKER_BYTES + 2 + PACKET_HEADER_BYTES + packet.headerBytes;
  const segments = Math.ceil(packet.boxBytes / (MAX_SEGMENT_BYTES - header));
  return packet.boxBytes + (segments + 1) * header;
}

function readPacket({ payload, head }: Segment): Packet | undefined {
  if (head.length < PACKET_HEADER_BYTES + BOX_HEADER_BYTES) return undefined;
  const cursor = new Cursor(head, payload.offset);
  cursor.skip(JPEG_SYSTEMS_ID.length);
  const [instance, sequence, length] = [cursor.u16be(), cursor.u32be(), cursor.u32be()];
  const type = cursor.latin1(4);
  const headerBytes = length === IS_LONG ? LONG_BOX_HEADER_BYTES : BOX_HEADER_BYTES;
  const skipped = PACKET_HEADER_BYTES + headerBytes;
  if (head.length < skipped) return undefined;
  const boxBytes = length === IS_LONG ? cursor.u32be() * 2 ** 32 + cursor.u32be() : length;
  const content = { offset: payload.offset + skipped, length: payload.length - skipped };
  return { instance, sequence, type, boxBytes, headerBytes, content };
}

/** Whether sorted packets state one box length and number themselves without a hole or a repetition. */
const agree = (packets: readonly Packet[]): boolean =>
  packets.every(
    ({ sequence, boxBytes }, index) =>
      boxBytes === packets[0]?.boxBytes && sequence === packets[0].sequence + index,
  );

const withHeader = ({ content, headerBytes }: Packet): Span => ({
  offset: content.offset - headerBytes,
  length: content.length + headerBytes,
});
