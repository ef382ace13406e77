import { Cursor } from '../bytes/cursor';
import { ByteFault } from '../bytes/fault';
import { MAX_BLOCK_BYTES, MAX_IMAGE_RESOURCES } from '../bytes/limits';
import type { Parse } from '../bytes/parse';
import { absoluteOffset, readJoined, type SpanView } from '../bytes/span-view';

/** What JPEG's APP13 puts before the image resources. */
const PHOTOSHOP_PREFIX = 'Photoshop 3.0\0';

/** Adobe Photoshop File Formats, Image Resource Blocks: signature, id, then a Pascal string. */
const RESOURCE_SIGNATURE = '8BIM';
const RESOURCE_HEAD_BYTES = 7;
const SIZE_BYTES = 4;

/** Resource 0x0404 holds the IPTC-NAA record (IIM). */
const IPTC_RESOURCE = 0x0404;

/** IIM records of an image resource, and the absolute file offset of their first byte. */
export type IimBlock = { readonly bytes: Uint8Array; readonly offset: number };

/**
 * Finds the IIM records among Photoshop image resources (8BIM) and reads nothing else: thumbnails and colour
 * profiles beside them stay unread.
 *
 * @param view the resources, with or without `Photoshop 3.0\0` before them
 * @throws ByteFault `malformed` where a resource has no signature, `truncated` where one is cut off
 */
export function* scanPhotoshop(view: SpanView): Parse<IimBlock[]> {
  const blocks: IimBlock[] = [];
  let at = yield* prefixLength(view);
  for (let count = 0; at + RESOURCE_HEAD_BYTES < view.length; count++) {
    if (count >= MAX_IMAGE_RESOURCES) throw new ByteFault('over-budget', 'too many image resources');
    const resource = yield* readResource(view, at);
    if (resource.id === IPTC_RESOURCE) blocks.push(yield* readPayload(view, resource));
    at = resource.payloadAt + evenLength(resource.payloadBytes);
  }
  return blocks;
}

function* prefixLength(view: SpanView): Parse<number> {
  const length = PHOTOSHOP_PREFIX.length;
  if (view.length < length) return 0;
  const head = new Cursor(yield* readJoined(view, 0, length, 'image resources'));
  return head.latin1(length) === PHOTOSHOP_PREFIX ? length : 0;
}

type Resource = { readonly id: number; readonly payloadAt: number; readonly payloadBytes: number };

function* readResource(view: SpanView, at: number): Parse<Resource> {
  const head = new Cursor(yield* readJoined(view, at, RESOURCE_HEAD_BYTES, 'image resource'));
  if (head.latin1(RESOURCE_SIGNATURE.length) !== RESOURCE_SIGNATURE)
    throw new ByteFault('malformed', `no image resource at ${absoluteOffset(view, at)}`);
  const id = head.u16be();
  // the name's length byte and the name together are padded to an even length
  const sizeAt = at + RESOURCE_HEAD_BYTES - 1 + evenLength(head.u8() + 1);
  const size = new Cursor(yield* readJoined(view, sizeAt, SIZE_BYTES, 'image resource'));
  return { id, payloadAt: sizeAt + SIZE_BYTES, payloadBytes: size.u32be() };
}

function* readPayload(view: SpanView, { payloadAt, payloadBytes }: Resource): Parse<IimBlock> {
  if (payloadBytes > MAX_BLOCK_BYTES)
    throw new ByteFault('over-budget', `IIM block of ${payloadBytes} bytes`);
  const bytes = yield* readJoined(view, payloadAt, payloadBytes, 'IIM block');
  return { bytes, offset: absoluteOffset(view, payloadAt) };
}

const evenLength = (length: number): number => length + (length % 2);
