import { ByteFault } from '../../bytes/fault';
import { MAX_CHUNKS_PER_FILE } from '../../bytes/limits';
import { type Parse, read, readUpTo } from '../../bytes/parse';
import { startsWith } from '../../bytes/starts-with';
import { boundedEmit, requireInside } from '../blocks';
import { BOX_HEADER_BYTES, type Box, readBox } from '../bmff/box';
import { tiffStart } from '../bmff/exif-offset';
import type { ContainerFormat } from '../container';
import { FarSteps } from '../far-steps';
import { contained, emitContent, emitRange, type WalkContext } from '../walk-context';

/** ISO/IEC 18181-2: the signature box, and the two bytes a bare codestream begins with. */
const SIGNATURE = '\0\0\0\x0cJXL \r\n\x87\n';
const CODESTREAM = '\xff\x0a';

/**
 * JPEG XL (ISO/IEC 18181-2): the boxes of a container, headers only. A bare codestream has no metadata.
 *
 * Metadata compressed with Brotli is not read: the walk looks at everything else and ends `unsupported`.
 */
const jxl: ContainerFormat = {
  id: 'jxl',
  name: 'JPEG XL',
  sniff: (head) => [SIGNATURE, CODESTREAM].some((wanted) => startsWith(head, wanted)),
  *walk(emit, size): Parse<void> {
    const head = yield* readUpTo(0, SIGNATURE.length, 'JPEG XL signature');
    if (startsWith(head.bytes, CODESTREAM)) return;
    if (!startsWith(head.bytes, SIGNATURE)) throw new ByteFault('truncated', 'JPEG XL signature is cut off');
    const context: WalkContext = { name: 'JPEG XL', size, emit: boundedEmit(emit) };
    yield* walkBoxes(context, SIGNATURE.length);
    if (context.fault) throw context.fault;
  },
};
export default jxl;

function* walkBoxes(context: WalkContext, start: number): Parse<void> {
  const { size = Number.POSITIVE_INFINITY } = context;
  const far = new FarSteps();
  let at = start;
  for (let count = 0; count < MAX_CHUNKS_PER_FILE; count++) {
    if ((yield* readUpTo(at, BOX_HEADER_BYTES, 'box')).left < BOX_HEADER_BYTES) return;
    if (far.tooMany(at)) throw new ByteFault('over-budget', `boxes from ${at} on are not looked at`);
    const box = yield* readBox(at, Number.POSITIVE_INFINITY);
    yield* contained(context, visit(context, Number.isFinite(box.end) ? box : { ...box, end: size }));
    if (!Number.isFinite(box.end)) return;
    requireInside(box.end, context.size, `box ${box.type}`);
    at = box.end;
  }
  throw new ByteFault('over-budget', `more than ${MAX_CHUNKS_PER_FILE} boxes`);
}

function* visit(context: WalkContext, box: Box): Parse<void> {
  const path = [context.name, box.type.trim()];
  if (box.type === 'xml ') emitContent(context, box, { kind: 'xmp', path });
  else if (box.type === 'jumb') emitRange(context, box.start, box.end, { kind: 'jumbf', path });
  else if (box.type === 'Exif') yield* visitExif(context, box, path);
  else if (box.type === 'brob') yield* refuseCompressed(box);
}

function* visitExif(context: WalkContext, box: Box, path: readonly string[]): Parse<void> {
  const skipped = yield* tiffStart({ offset: box.content, length: box.end - box.content });
  emitRange(context, box.content + skipped, box.end, { kind: 'exif', path });
}

/** ISO/IEC 18181-2: the type of the box that is compressed, then the Brotli stream. */
function* refuseCompressed({ content }: Box): Parse<void> {
  const type = (yield* read(content, 4, 'compressed box')).latin1(4);
  if (['xml ', 'Exif', 'jumb'].includes(type))
    throw new ByteFault('unsupported', `${JSON.stringify(type)} box compressed with Brotli`);
}
