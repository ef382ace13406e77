import { ByteFault } from '../../bytes/fault';
import { MAX_OGG_PAGES } from '../../bytes/limits';
import type { Parse } from '../../bytes/parse';
import { joinSpans, readJoined } from '../../bytes/span-view';
import { type Emit, requireInside } from '../blocks';
import type { Span } from '../container';
import { OGG_CODECS, OGG_MARK_BYTES } from './codecs';
import type { OggPage, OggPart } from './page';

/** Packets of a stream that are looked at; the second at most. */
const PACKETS = 2;

/** Joins the first packets of one logical stream, and emits the one that holds its metadata. */
export class HeaderPackets {
  private readonly emit: Emit;
  private mark = '';
  private packet = 0;
  private spans: Span[] = [];
  private isOpen = false;

  constructor(emit: Emit) {
    this.emit = emit;
  }

  /** Whether this is a C2PA store; other streams begin behind it. */
  get isStore(): boolean {
    return this.mark.startsWith('\0c2pa');
  }

  /** Whether everything wanted of this stream has been seen. */
  get isDone(): boolean {
    if (this.packet === 0) return false;
    return OGG_CODECS.every(({ mark, packet }) => packet < this.packet || !this.mark.startsWith(mark));
  }

  /** @throws ByteFault `truncated` for a part beyond the file, `malformed` where pages do not fit together */
  *take(page: OggPage, size: number | undefined): Parse<void> {
    if (this.packet >= PACKETS) return;
    if (page.isContinued !== this.isOpen)
      throw new ByteFault('malformed', 'an Ogg page does not continue the one before');
    for (const part of page.parts) {
      if (this.packet >= PACKETS) return;
      requireInside(part.offset + part.length, size, 'Ogg packet');
      yield* this.takePart(part);
    }
  }

  private *takePart({ offset, length, isEnd }: OggPart): Parse<void> {
    if (length > 0) this.spans.push({ offset, length });
    if (this.spans.length > MAX_OGG_PAGES)
      throw new ByteFault('over-budget', 'an Ogg packet of too many pages');
    this.isOpen = !isEnd;
    if (this.packet === 0 && this.mark === '') this.mark = yield* this.head();
    if (!isEnd) return;
    yield* this.finish();
    this.spans = [];
    this.packet += 1;
  }

  private *finish(): Parse<void> {
    const head = this.packet === 0 ? this.mark : yield* this.head();
    const codec = OGG_CODECS.find(
      ({ mark, packet, prefix }) =>
        packet === this.packet && this.mark.startsWith(mark) && head.startsWith(prefix),
    );
    if (codec === undefined) return;
    const [first, ...others] = behind(this.spans, codec.prefixBytes);
    if (first !== undefined)
      this.emit({ kind: codec.kind, path: ['Ogg', codec.name], spans: [first, ...others] });
  }

  private *head(): Parse<string> {
    const view = joinSpans(this.spans);
    const bytes = yield* readJoined(view, 0, Math.min(OGG_MARK_BYTES, view.length), 'Ogg packet');
    return String.fromCharCode(...bytes);
  }
}

/** Spans without their first bytes. */
function behind(spans: readonly Span[], skipped: number): Span[] {
  let left = skipped;
  return spans.flatMap(({ offset, length }) => {
    const skip = Math.min(left, length);
    left -= skip;
    return skip < length ? [{ offset: offset + skip, length: length - skip }] : [];
  });
}
