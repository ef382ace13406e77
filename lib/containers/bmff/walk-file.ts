import { ByteFault } from '../../bytes/fault';
import { MAX_CHUNKS_PER_FILE, MOOV_READ_BYTES } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import { boundedEmit, type Emit, requireInside } from '../blocks';
import { FarSteps } from '../far-steps';
import { walkSamsungTrailer } from '../samsung/trailer';
import { contained, type WalkContext } from '../walk-context';
import { BOX_HEADER_BYTES, type Box, listBoxes, readBox } from './box';
import { visitMeta } from './meta';
import { visitUserData } from './user-data';
import { visitUuid } from './uuid';

/** Printable ASCII, and the signs that QuickTime types begin with. */
const BOX_TYPE = /^[\x20-\x7e\xa9-\xae][\x20-\x7e]{3}$/;

/** Samsung's trailer in a box of its own, in HEIC since the Galaxy S10 (ExifTool, QuickTime.pm and Samsung.pm). */
const SAMSUNG_BOX = 'sefd';

/**
 * Walks an ISO base media file (ISO/IEC 14496-12) or QuickTime movie: every top-level box, headers only, and in
 * `meta`, `moov` and `uuid` boxes what can hold metadata. Media data and tracks are skipped by their sizes.
 *
 * A fragmented file is looked at up to its first fragment: metadata of the whole stands in front of all of them
 * (ISO/IEC 14496-12, 8.8; C2PA specification, A.5).
 *
 * Nothing says where the last box is: a file cut between two boxes is told only by what it must have.
 * A damaged box spoils only itself: what stands behind is looked at, then the walk ends in its fault.
 *
 * @param name of the format in paths
 */
export function* walkBmff(name: string, emit: Emit, size: number | undefined): Parse<void> {
  const context: WalkContext = { name, size, emit: boundedEmit(emit) };
  yield* walkTopLevel(context, new FarSteps());
  if (context.fault) throw context.fault;
  if (!context.described) throw new ByteFault('truncated', `${name} ends before its media are described`);
}

/** Movie, picture, fragment: one of them is in every file there is, at the end of some. */
const DESCRIBING = ['moov', 'meta', 'moof'];

function* walkTopLevel(context: WalkContext, far: FarSteps): Parse<void> {
  const { size } = context;
  for (let at = 0, count = 0; count < MAX_CHUNKS_PER_FILE; count++) {
    if (yield* isEnd(at, size)) return;
    if (far.tooMany(at)) throw new ByteFault('over-budget', `boxes from ${at} on are not looked at`);
    const box = yield* readTopBox(at, size);
    context.described ||= DESCRIBING.includes(box.type);
    if (box.type === 'moof') return;
    yield* visit(context, box);
    if (!Number.isFinite(box.end)) return;
    requireInside(box.end, size, `box ${box.type}`);
    at = box.end;
  }
  throw new ByteFault('over-budget', `more than ${MAX_CHUNKS_PER_FILE} boxes`);
}

/** Less than a header behind the last box is padding. */
function* isEnd(at: number, size: number | undefined): Parse<boolean> {
  if (at === 0) return false;
  if (size !== undefined) return size - at < BOX_HEADER_BYTES;
  return (yield* readUpTo(at, BOX_HEADER_BYTES, 'box')).left < BOX_HEADER_BYTES;
}

/** A box of the file. Its end may lie beyond the file's, which its own content need not know of. */
function* readTopBox(at: number, size: number | undefined): Parse<Box> {
  const box = yield* readBox(at, Number.POSITIVE_INFINITY);
  if (!BOX_TYPE.test(box.type)) throw new ByteFault('malformed', `no box at ${at}`);
  return box.end === Number.POSITIVE_INFINITY ? { ...box, end: size ?? box.end } : box;
}

function* visit(context: WalkContext, box: Box): Parse<void> {
  if (box.type === 'moov') yield* visitMovie(context, box);
  else if (box.type === 'meta') yield* contained(context, visitMeta(context, box, [context.name, 'meta']));
  else if (box.type === 'uuid') yield* contained(context, visitUuid(context, box));
  else if (box.type === SAMSUNG_BOX && Number.isFinite(box.end))
    yield* contained(context, walkSamsungTrailer(context.emit, context.name, box.content, box.end));
}

/** `moov`: user data and metadata, which stand behind the tracks in most files. */
function* visitMovie(context: WalkContext, movie: Box): Parse<void> {
  const length = movie.end - movie.content;
  if (length <= MOOV_READ_BYTES) yield* readUpTo(movie.content, length + BOX_HEADER_BYTES, 'moov box');
  const boxes: Box[] = [];
  yield* contained(context, listBoxes(movie.content, movie.end, boxes));
  for (const box of boxes) yield* contained(context, visitMovieBox(context, box, [context.name, 'moov']));
}

function* visitMovieBox(context: WalkContext, box: Box, path: readonly string[]): Parse<void> {
  if (box.type === 'udta') yield* visitUserData(context, box, [...path, 'udta']);
  else if (box.type === 'meta') yield* visitMeta(context, box, [...path, 'meta']);
  else if (box.type === 'uuid') yield* visitUuid(context, box);
}
