import { ByteFault } from '../../bytes/fault';
import { MAX_OGG_PAGES, MAX_OGG_STREAMS } from '../../bytes/limits';
import type { Parse } from '../../bytes/parse';
import { startsWith } from '../../bytes/starts-with';
import { boundedEmit, type Emit, requireInside } from '../blocks';
import type { ContainerFormat } from '../container';
import { FarSteps } from '../far-steps';
import { HeaderPackets } from '../ogg/header-packet';
import { type OggPage, readPage } from '../ogg/page';

/**
 * Ogg (RFC 3533): the header packets of the logical streams that begin at the start of the file, over as many
 * pages as they take. Streams chained behind the end of others are not looked at.
 */
const ogg: ContainerFormat = {
  id: 'ogg',
  name: 'Ogg',
  sniff: (head) => startsWith(head, 'OggS\0'),
  *walk(emit, size): Parse<void> {
    const streams = new Streams(boundedEmit(emit));
    const far = new FarSteps();
    let at = 0;
    for (let count = 0; count < MAX_OGG_PAGES; count++) {
      if (far.tooMany(at)) throw new ByteFault('over-budget', `Ogg headers reach beyond ${at}`);
      const page = yield* readPage(at);
      if (page === undefined) throw new ByteFault('truncated', 'the file ends inside its Ogg headers');
      yield* streams.take(page, size);
      requireInside(page.end, size, 'Ogg page');
      if (streams.areDone) return;
      at = page.end;
    }
    throw new ByteFault('over-budget', `Ogg headers of more than ${MAX_OGG_PAGES} pages`);
  },
};
export default ogg;

/** The logical streams of a file, by serial number. */
class Streams {
  private readonly streams = new Map<number, HeaderPackets>();
  /** All streams begin before any goes on (RFC 3533, 6), but writers put a C2PA store whole in front of them. */
  private haveAllBegun = false;

  constructor(private readonly emit: Emit) {}

  get areDone(): boolean {
    return this.haveAllBegun && [...this.streams.values()].every(({ isDone }) => isDone);
  }

  *take(page: OggPage, size: number | undefined): Parse<void> {
    const stream = page.isFirst ? this.begin(page.serial) : this.streams.get(page.serial);
    if (!page.isFirst && !stream?.isStore) this.haveAllBegun = true;
    if (stream !== undefined) yield* stream.take(page, size);
  }

  private begin(serial: number): HeaderPackets {
    if (this.streams.size >= MAX_OGG_STREAMS)
      throw new ByteFault('over-budget', `more than ${MAX_OGG_STREAMS} Ogg streams`);
    if (this.streams.has(serial)) throw new ByteFault('malformed', 'an Ogg stream begins twice');
    const stream = new HeaderPackets(this.emit);
    this.streams.set(serial, stream);
    return stream;
  }
}
