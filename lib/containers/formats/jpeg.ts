import { ByteFault } from '../../bytes/fault';
import { HEAD_BYTES } from '../../bytes/limits';
import { type Ask, type Parse, read } from '../../bytes/parse';
import { startsWith } from '../../bytes/starts-with';
import { boundedEmit, type Emit, emitSpan } from '../blocks';
import type { Block, BlockKind, ContainerFormat, Span } from '../container';
import { EXTENDED_XMP_ID, ExtendedXmp } from '../jpeg/extended-xmp';
import { boxExtent, JPEG_SYSTEMS_ID, JumbfBoxes } from '../jpeg/jumbf-boxes';
import { PHOTOSHOP_ID, PhotoshopRun } from '../jpeg/photoshop-run';
import { MARKER, type Segment, walkSegments } from '../jpeg/segments';
import { isBySamsung } from '../samsung/maker';
import { walkSamsungTrailer } from '../samsung/trailer';
import { storeAsk } from '../store-ask';

/** XMP specification part 3, 1.1.3. */
const XMP_ID = 'http://ns.adobe.com/xap/1.0/\0';
/** CIPA DC-008 (Exif), 4.5.4. The sixth byte is padding, NUL by the standard; some writers put another there. */
const EXIF_ID = 'Exif\0';
const EXIF_HEADER_BYTES = 6;
/** A label some generators write into a segment of its own, glued to its name or wrapped in its own JSON. */
const BARE_LABEL =
  /^[\0\s]{0,16}(?:AIGC[\0\s:=]{0,16}\{|\{\s{0,16}"(?:AIGC|Label|ContentProducer|ProduceID)")/i;

/** JPEG (ITU-T T.81): every marker segment before the pixels, headers only, and Samsung's trailer. */
const jpeg: ContainerFormat = {
  id: 'jpeg',
  name: 'JPEG',
  sniff: (head) => head[0] === 0xff && head[1] === MARKER.soi && head[2] === 0xff,
  *walk(emit, size): Parse<void> {
    const start = yield* read(0, 2, 'JPEG SOI');
    if (start.u16be() !== SOI) throw new ByteFault('malformed', 'JPEG does not begin with SOI');
    const out = boundedEmit(emit);
    const sorter = new SegmentSorter(out);
    try {
      const end = yield* walkSegments(start.offset, size, (segment) => sorter.take(segment));
      sorter.endRun();
      yield* walkTrailer(out, sorter.exif, end, size);
    } finally {
      sorter.endRun();
    }
    sorter.blame();
  },
};
export default jpeg;

const SOI = 0xffd8;

/**
 * Nothing says where the pixels end, so the end of the file is looked at only where it costs nothing or the maker
 * is one whose software leaves a statement there.
 */
function* walkTrailer(
  emit: Emit,
  exif: Span | undefined,
  pixels: number,
  size: number | undefined,
): Parse<void> {
  if (size === undefined) return;
  if (size <= HEAD_BYTES || (exif !== undefined && (yield* isBySamsung(exif))))
    yield* walkSamsungTrailer(emit, 'JPEG', pixels, size);
}

/** A segment that holds a whole block: told by marker and identifier, its payload behind `headerBytes`. */
type Single = {
  readonly marker: number;
  readonly id: string;
  readonly kind: BlockKind;
  readonly path: readonly string[];
  readonly headerBytes: number;
};

const SINGLES: readonly Single[] = [
  { marker: MARKER.com, id: '', kind: 'comment', path: ['JPEG', 'COM'], headerBytes: 0 },
  {
    marker: MARKER.app1,
    id: EXIF_ID,
    kind: 'exif',
    path: ['JPEG', 'APP1', 'EXIF'],
    headerBytes: EXIF_HEADER_BYTES,
  },
  { marker: MARKER.app1, id: XMP_ID, kind: 'xmp', path: ['JPEG', 'APP1', 'XMP'], headerBytes: XMP_ID.length },
];

/** Tells segments by marker and identifier, and emits or joins them. */
class SegmentSorter {
  private readonly photoshop = new PhotoshopRun();
  private readonly extendedXmp = new ExtendedXmp();
  private readonly jumbf = new JumbfBoxes();

  /** The first EXIF block. */
  exif: Span | undefined;

  private askedForStore = false;

  constructor(private readonly emit: Emit) {}

  /** @returns what is worth reading at once: the store that begins in this segment, the first time */
  take(segment: Segment): Ask | undefined {
    if (begins(segment, MARKER.app13, PHOTOSHOP_ID)) {
      this.photoshop.take(segment);
      return undefined;
    }
    this.endRun();
    if (begins(segment, MARKER.app1, EXTENDED_XMP_ID)) this.whole(this.extendedXmp.take(segment));
    else if (begins(segment, MARKER.app11, JPEG_SYSTEMS_ID)) this.whole(this.jumbf.take(segment));
    else this.single(segment, SINGLES.find(({ marker, id }) => begins(segment, marker, id)) ?? bare(segment));
    return this.storeAsk(segment);
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

  private storeAsk(segment: Segment): Ask | undefined {
    const isFirst = !this.askedForStore && begins(segment, MARKER.app11, JPEG_SYSTEMS_ID);
    const extent = isFirst ? boxExtent(segment) : undefined;
    if (extent === undefined) return undefined;
    this.askedForStore = true;
    const { offset } = segment.payload;
    return storeAsk({ offset, length: extent });
  }

  private single({ payload }: Segment, row: Single | undefined): void {
    if (row === undefined) return;
    const { kind, path, headerBytes } = row;
    const span = { offset: payload.offset + headerBytes, length: payload.length - headerBytes };
    if (kind === 'exif') this.exif ??= span;
    emitSpan(this.emit, kind, path, span);
  }

  private whole(block: Block | undefined): void {
    if (block !== undefined) this.emit(block);
  }
}

const begins = ({ marker, head }: Segment, wanted: number, id: string): boolean =>
  marker === wanted && startsWith(head, id);

/** An application segment that is a label and nothing else. */
function bare({ marker, head }: Segment): Single | undefined {
  if (marker < MARKER.app0 || marker > MARKER.app15) return undefined;
  if (!BARE_LABEL.test(String.fromCharCode(...head))) return undefined;
  return { marker, id: '', kind: 'comment', path: ['JPEG', `APP${marker - MARKER.app0}`], headerBytes: 0 };
}
