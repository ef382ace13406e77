import { ByteFault } from '../../bytes/fault';
import { MAX_ID3_TAGS } from '../../bytes/limits';
import type { Parse } from '../../bytes/parse';
import { joinSpans, type SpanView } from '../../bytes/span-view';
import { type Emit, requireInside } from '../blocks';
import type { Span } from '../container';
import { emitFrame } from './emit-frame';
import { type Id3Frame, walkFrames } from './frames';
import { type Id3Tag, readId3Header } from './tag-header';
import { RangeBudget, spansOf, withoutStuffing } from './view';

/** What a walk over ID3v2 tags ended with: where the file goes on, and what was wrong inside a tag. */
export type Id3End = { readonly end: number; readonly fault: ByteFault | undefined };

/**
 * Walks ID3v2 tags that follow one another from `start` and emits a block for each frame that is read: texts,
 * links, comments as `id3`, XMP of PRIV as `xmp`, the C2PA store of GEOB as `jumbf`.
 *
 * A tag that contradicts itself inside does not hide what stands behind it: its fault is given back, to be
 * thrown at the end by {@link blameId3}.
 *
 * @param budget for a file with several such runs of tags: the one they share
 * @param limit where the tags must end: the file's size, or the end of the chunk they stand in
 * @throws ByteFault `truncated` for a tag that reaches beyond `limit`, once its frames are out
 */
export function* walkId3(
  start: number,
  limit: number | undefined,
  path: readonly string[],
  emit: Emit,
  budget = new RangeBudget(),
): Parse<Id3End> {
  let at = start;
  let fault: ByteFault | undefined;
  for (let count = 0; count < MAX_ID3_TAGS; count++) {
    const tag = yield* readId3Header(at);
    if (tag === undefined) return { end: at, fault };
    fault = (yield* walkTag(tag, limit, [path, emit, budget])) ?? fault;
    requireInside(tag.end, limit, 'ID3v2 tag');
    at = tag.end;
  }
  throw new ByteFault('over-budget', `more than ${MAX_ID3_TAGS} ID3v2 tags`);
}

/** @throws ByteFault what was wrong inside a tag, once all else of the file is out */
export function blameId3({ fault }: Id3End): void {
  if (fault !== undefined) throw fault;
}

function* walkTag(
  tag: Id3Tag,
  limit: number | undefined,
  [path, emit, budget]: readonly [readonly string[], Emit, RangeBudget],
): Parse<ByteFault | undefined> {
  const view = yield* bodyView(tag, budget);
  const root = [...path, `ID3v2.${tag.version}`];
  return yield* walkFrames(tag, view, function* (frame) {
    const last = spansOf(view, frame.at, frame.length).at(-1);
    requireInside(last === undefined ? 0 : endOf(last), limit, `ID3v2 frame ${frame.id}`);
    yield* emitFrame(emit, root, frame.id, yield* frameView(tag, view, frame, budget));
  });
}

const endOf = ({ offset, length }: Span): number => offset + length;

/** In 2.2 and 2.3 the whole tag is unsynchronised, sizes counting what is left (ID3v2.3, 5). */
function* bodyView({ version, unsynchronised, body, length }: Id3Tag, budget: RangeBudget): Parse<SpanView> {
  const span = { offset: body, length };
  return unsynchronised && version < 4 ? yield* withoutStuffing(span, budget) : joinSpans([span]);
}

/** In 2.4 each frame is unsynchronised by itself, sizes counting the stuffed bytes (structure, 4.1.2). */
function* frameView(tag: Id3Tag, view: SpanView, frame: Id3Frame, budget: RangeBudget): Parse<SpanView> {
  const spans = spansOf(view, frame.at, frame.length);
  const [only] = spans;
  const stuffed = tag.version === 4 && (tag.unsynchronised || frame.unsynchronised);
  return stuffed && only !== undefined ? yield* withoutStuffing(only, budget) : joinSpans(spans);
}
