import { ByteFault } from '../../bytes/fault';
import { type Parse, read } from '../../bytes/parse';
import { boundedEmit, type Emit, emitSpan } from '../blocks';
import type { BlockKind, ContainerFormat } from '../container';
import { EXTENDED_XMP_ID, ExtendedXmp } from '../jpeg/extended-xmp';
import { JPEG_SYSTEMS_ID, JumbfBoxes } from '../jpeg/jumbf-boxes';
import { PHOTOSHOP_ID, PhotoshopRun } from '../jpeg/photoshop-run';
import { MARKER, type Segment, walkSegments } from '../jpeg/segments';

/** XMP specification part 3, 1.1.3. */
const XMP_ID = 'http://ns.adobe.com/xap/1.0/\0';
/** CIPA DC-008 (Exif), 4.5.4. The sixth byte is padding, NUL by the standard; some writers put another there. */
const EXIF_ID = 'Exif\0';
const EXIF_HEADER_BYTES = 6;
/** A label some generators write into a segment of its own, glued to its name or wrapped in its own JSON. */
const BARE_LABEL_IDS = ['AIGC', '{"AIGC"'];

/** JPEG (ITU-T T.81): every marker segment before the pixels, headers only. */
const jpeg: ContainerFormat = {
  id: 'jpeg',
  name: 'JPEG',
  sniff: (head) => head[0] === 0xff && head[1] === MARKER.soi && head[2] === 0xff,
  *walk(emit, size): Parse<void> {
    const start = yield* read(0, 2, 'JPEG SOI');
    if (start.u16be() !== SOI) throw new ByteFault('malformed', 'JPEG does not begin with SOI');
    const sorter = new SegmentSorter(boundedEmit(emit));
    try {
      yield* walkSegments(start.offset, size, (segment) => sorter.take(segment));
    } finally {
      sorter.endRun();
    }
    sorter.blame();
  },
};
export default jpeg;

const SOI = 0xffd8;

/** Tells segments by marker and identifier, and emits or joins them. */
class SegmentSorter {
  private readonly photoshop = new PhotoshopRun();
  private readonly extendedXmp = new ExtendedXmp();
  private readonly jumbf = new JumbfBoxes();

  constructor(private readonly emit: Emit) {}

  take(segment: Segment): void {
    if (begins(segment, MARKER.app13, PHOTOSHOP_ID)) return this.photoshop.take(segment);
    this.endRun();
    if (segment.marker === MARKER.com) this.single(segment, 'comment', ['JPEG', 'COM'], 0);
    else if (begins(segment, MARKER.app1, EXIF_ID))
      this.single(segment, 'exif', ['JPEG', 'APP1', 'EXIF'], EXIF_HEADER_BYTES);
    else if (begins(segment, MARKER.app1, XMP_ID))
      this.single(segment, 'xmp', ['JPEG', 'APP1', 'XMP'], XMP_ID.length);
    else if (begins(segment, MARKER.app1, EXTENDED_XMP_ID)) this.whole(this.extendedXmp.take(segment));
    else if (begins(segment, MARKER.app11, JPEG_SYSTEMS_ID)) this.whole(this.jumbf.take(segment));
    else if (isBareLabel(segment)) this.single(segment, 'comment', ['JPEG', appName(segment.marker)], 0);
  }

  /** Emits what waits for more segments of its run; also when the walk ends in a fault. */
  endRun(): void {
    this.whole(this.photoshop.flush());
  }

  /** @throws ByteFault `malformed` for split blocks that could not be joined, once all others are out */
  blame(): void {
    const why = this.extendedXmp.fault() ?? this.jumbf.fault();
    if (why !== undefined) throw new ByteFault('malformed', why);
  }

  private single({ payload }: Segment, kind: BlockKind, path: readonly string[], header: number): void {
    emitSpan(this.emit, kind, path, { offset: payload.offset + header, length: payload.length - header });
  }

  private whole(block: Parameters<Emit>[0] | undefined): void {
    if (block !== undefined) this.emit(block);
  }
}

const begins = ({ marker, head }: Segment, wanted: number, id: string): boolean =>
  marker === wanted && startsWith(head, id);

const startsWith = (head: Uint8Array, id: string): boolean =>
  head.length >= id.length && String.fromCharCode(...head.subarray(0, id.length)) === id;

const isBareLabel = ({ marker, head }: Segment): boolean =>
  marker >= MARKER.app0 && marker <= MARKER.app15 && BARE_LABEL_IDS.some((id) => startsWith(head, id));

const appName = (marker: number): string => `APP${marker - MARKER.app0}`;
