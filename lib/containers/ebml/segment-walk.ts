import { ByteFault } from '../../bytes/fault';
import { MAX_SEGMENT_ELEMENTS, MAX_SEGMENT_TEXTS } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import { type Emit, emitSpan, requireInside } from '../blocks';
import { FarSteps } from '../far-steps';
import { findTailChain } from '../tail-chain';
import { type Element, ebmlStep, ID, readElement } from './element';
import { readSeekHead } from './seek-head';

/** All elements that stand directly in a segment have ids of four bytes (RFC 9559, 5.1). */
const ID_BYTES = 4;

/** Elements of a segment that hold texts. */
const TEXTS: ReadonlyMap<number, string> = new Map([
  [ID.info, 'Info'],
  [ID.tags, 'Tags'],
]);

/**
 * Walks the elements of a Matroska segment (RFC 9559, 5.1): up to the first cluster one by one, then to what the
 * segment's own index says stands behind the clusters, each place verified. Without an index the clusters are
 * walked, too; one of unknown size is entered.
 */
export class SegmentWalk {
  /** What the index names, by absolute offset. */
  private readonly index = new Map<number, number>();
  private readonly seen = new Set<number>();
  private hasIndex = false;
  private texts = 0;
  private fault: ByteFault | undefined;

  constructor(
    private readonly emit: Emit,
    private readonly segment: Element,
    private readonly size: number | undefined,
  ) {}

  /** @throws ByteFault `malformed` for an index that lies, `over-budget` where elements remain unseen */
  *run(): Parse<void> {
    const cluster = yield* this.walkFrom(this.segment.start, 'to-cluster');
    if (cluster === undefined) return;
    if (this.hasIndex) yield* this.followIndex(cluster);
    else yield* this.walkClusters(cluster);
    if (this.fault !== undefined) throw this.fault;
  }

  /** @returns the offset of the cluster, or of the far step, at which it stopped; `undefined` at the end */
  private *walkFrom(from: number, mode: 'to-cluster' | FarSteps | 'to-end'): Parse<number | undefined> {
    let at = from;
    for (let count = 0; count < MAX_SEGMENT_ELEMENTS; count++) {
      if (at >= this.segment.end) return undefined;
      const element = yield* readElement(at);
      if (element === undefined) return this.endOfFile(at);
      this.seen.add(at);
      if (element.id === ID.cluster && mode === 'to-cluster') return at;
      if (mode instanceof FarSteps && mode.tooMany(at)) return at;
      at = yield* this.take(element);
    }
    throw new ByteFault('over-budget', `more than ${MAX_SEGMENT_ELEMENTS} Matroska elements`);
  }

  private endOfFile(at: number): undefined {
    if (this.segment.end === Number.POSITIVE_INFINITY) return undefined;
    throw new ByteFault('truncated', `Matroska segment ends at ${at} instead of ${this.segment.end}`);
  }

  /** @returns where the walk goes on: behind the element, or inside a cluster of unknown size */
  private *take(element: Element): Parse<number> {
    const { id, start, end } = element;
    if (end === Number.POSITIVE_INFINITY) return this.enter(element);
    requireInside(end, this.size, 'Matroska element');
    if (end > this.segment.end) throw new ByteFault('malformed', `Matroska element at ${start} is too long`);
    if (id === ID.seekHead) yield* this.takeIndex(element);
    const name = TEXTS.get(id);
    if (name === undefined) return end;
    if (++this.texts > MAX_SEGMENT_TEXTS) throw new ByteFault('over-budget', 'too many Matroska tags');
    emitSpan(this.emit, 'ebml', ['WebM', name], { offset: start, length: end - start }, name);
    return end;
  }

  /** RFC 8794, 6.2 and RFC 9559, 5.1.3: of what stands in a segment only clusters may have no size. */
  private enter({ id, start }: Element): number {
    if (id !== ID.cluster) throw new ByteFault('malformed', `Matroska element at ${start} without a size`);
    return start;
  }

  private *takeIndex(element: Element): Parse<void> {
    this.hasIndex = true;
    for (const { id, offset } of yield* readSeekHead(element, this.segment.start)) this.index.set(offset, id);
  }

  /** Goes to the texts that the index names behind the clusters, and to the last place it names at all. */
  private *followIndex(cluster: number): Parse<void> {
    let at: number | undefined = cluster;
    while (at !== undefined) {
      at = this.nextPlace(at);
      if (at !== undefined && !this.seen.has(at)) yield* this.visitPlace(at);
    }
  }

  private nextPlace(behind: number): number | undefined {
    const places = [...this.index].filter(([offset, id]) => offset > behind && id !== ID.cluster);
    const last = Math.max(...places.map(([offset]) => offset));
    const wanted = places.filter(([offset, id]) => TEXTS.has(id) || id === ID.seekHead || offset === last);
    return wanted.length === 0 ? undefined : Math.min(...wanted.map(([offset]) => offset));
  }

  /** Walks on from a place of the index up to the next cluster, if what it names stands there. */
  private *visitPlace(offset: number): Parse<void> {
    const isInside = offset < this.segment.end;
    const head = isInside ? yield* readUpTo(offset, ID_BYTES, 'Matroska element') : undefined;
    if (isInside && head?.left === 0) return this.endOfFile(offset);
    if (head?.left === ID_BYTES && head.u32be() === this.index.get(offset))
      yield* this.walkFrom(offset, 'to-cluster');
    else this.fault ??= new ByteFault('malformed', `Matroska index names ${offset}, where nothing such is`);
  }

  /** Without an index: through the clusters as far as that is cheap, then whatever closes the segment. */
  private *walkClusters(from: number): Parse<void> {
    const stopped = yield* this.walkFrom(from, new FarSteps());
    if (stopped === undefined) return;
    const end = Math.min(this.segment.end, this.size ?? Number.POSITIVE_INFINITY);
    const found = Number.isFinite(end) ? yield* findTailChain(stopped, end, ebmlStep) : undefined;
    if (found !== undefined) yield* this.walkFrom(found, 'to-end');
    throw new ByteFault('over-budget', `Matroska elements from ${stopped} on are not all looked at`);
  }
}
