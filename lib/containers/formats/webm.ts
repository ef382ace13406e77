import { ByteFault } from '../../bytes/fault';
import type { Parse } from '../../bytes/parse';
import { startsWith } from '../../bytes/starts-with';
import { boundedEmit, requireInside } from '../blocks';
import type { ContainerFormat } from '../container';
import { type Element, ID, readElement } from '../ebml/element';
import { SegmentWalk } from '../ebml/segment-walk';

/** The id of the EBML header (RFC 8794, 8.1). */
const SIGNATURE = '\x1a\x45\xdf\xa3';

/** WebM and Matroska (RFC 9559): the Info and Tags elements of the segment, wherever they stand. */
const webm: ContainerFormat = {
  id: 'webm',
  name: 'WebM',
  sniff: (head) => startsWith(head, SIGNATURE),
  *walk(emit, size): Parse<void> {
    const header = yield* expectElement(0, ID.ebml, size);
    if (header.end === Number.POSITIVE_INFINITY)
      throw new ByteFault('malformed', 'EBML header without a size');
    const segment = yield* expectElement(header.end, ID.segment, undefined);
    yield* new SegmentWalk(boundedEmit(emit), segment, size).run();
    if (segment.end !== Number.POSITIVE_INFINITY) requireInside(segment.end, size, 'Matroska segment');
  },
};
export default webm;

/** @throws ByteFault where no such element begins, or it ends beyond `limit` */
function* expectElement(offset: number, id: number, limit: number | undefined): Parse<Element> {
  const element = yield* readElement(offset);
  if (element === undefined) throw new ByteFault('truncated', `the file ends at ${offset}`);
  if (element.id !== id) throw new ByteFault('malformed', `no Matroska element ${id} at ${offset}`);
  if (element.end !== Number.POSITIVE_INFINITY) requireInside(element.end, limit, 'EBML header');
  return element;
}
