import { ByteFault } from '../../bytes/fault';
import { MAX_CHUNKS_PER_FILE, MAX_GIF_WALK_BYTES } from '../../bytes/limits';
import { type Parse, read } from '../../bytes/parse';
import { startsWith } from '../../bytes/starts-with';
import { boundedEmit, type Emit } from '../blocks';
import type { ContainerFormat } from '../container';
import { visitExtension } from '../gif/extension';
import { SubBlockWalk } from '../gif/sub-blocks';
import { applicationStep } from '../gif/tail';
import { findTailChain } from '../tail-chain';

/** Signature, version, logical screen descriptor (GIF89a, 17 and 18). */
const SCREEN_BYTES = 13;
const SCREEN_FLAGS_AT = 10;
/** Image descriptor behind its separator (GIF89a, 20), and its flags. */
const IMAGE_BYTES = 9;
const IMAGE_FLAGS_AT = 8;
/** A colour table follows; its size is 2 to the power of the low three bits plus one (GIF89a, 19 and 21). */
const COLOUR_TABLE = 0x80;
const COLOUR_BYTES = 3;
/** First bytes of the parts of a file (GIF89a, 20, 24, 27). */
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;

/** GIF (87a and 89a): every extension, between the pictures too. */
const gif: ContainerFormat = {
  id: 'gif',
  name: 'GIF',
  sniff: (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a'),
  *walk(emit, size): Parse<void> {
    const screen = (yield* read(0, SCREEN_BYTES, 'GIF header')).bytes;
    const start = SCREEN_BYTES + tableBytes(screen[SCREEN_FLAGS_AT]);
    const out = boundedEmit(emit);
    const walk = new SubBlockWalk(MAX_GIF_WALK_BYTES);
    const stoppedAt = yield* walkParts(start, MAX_GIF_WALK_BYTES, out, walk);
    if (stoppedAt !== undefined) yield* walkTail(stoppedAt, size, out);
  },
};
export default gif;

const tableBytes = (flags = 0): number =>
  (flags & COLOUR_TABLE) === 0 ? 0 : COLOUR_BYTES * 2 ** ((flags & 0x07) + 1);

/** Walks parts from `start` to the trailer. @returns where the first part begins that is too far to follow */
function* walkParts(start: number, limit: number, emit: Emit, walk: SubBlockWalk): Parse<number | undefined> {
  let at = start;
  for (let count = 0; count < MAX_CHUNKS_PER_FILE; count++) {
    if (at >= limit) return at;
    const part = (yield* read(at, 1, 'GIF part')).u8();
    if (part === TRAILER) return undefined;
    const end = yield* walkPart(part, at, emit, walk);
    if (end === undefined) return at;
    at = end;
  }
  throw new ByteFault('over-budget', `more than ${MAX_CHUNKS_PER_FILE} GIF parts`);
}

/** @returns the end of the part; `undefined` where it is too far away */
function* walkPart(part: number, at: number, emit: Emit, walk: SubBlockWalk): Parse<number | undefined> {
  if (part === IMAGE) {
    const descriptor = (yield* read(at + 1, IMAGE_BYTES, 'GIF image')).bytes;
    const codeSizeAt = at + 1 + IMAGE_BYTES + tableBytes(descriptor[IMAGE_FLAGS_AT]);
    return (yield* walk.follow(codeSizeAt + 1))?.end;
  }
  if (part !== EXTENSION) throw new ByteFault('malformed', `no GIF part at ${at}`);
  const label = (yield* read(at + 1, 1, 'GIF extension')).u8();
  const subBlocks = yield* walk.follow(at + 2);
  if (subBlocks !== undefined) yield* visitExtension(emit, label, subBlocks);
  return subBlocks?.end;
}

/**
 * Takes the application extensions that stand at the very end, where writers append them.
 *
 * @throws ByteFault `over-budget` always: between the pictures in the middle anything may stand
 */
function* walkTail(stoppedAt: number, size: number | undefined, emit: Emit): Parse<void> {
  const found = size === undefined ? undefined : yield* findTailChain(stoppedAt, size, applicationStep());
  if (size !== undefined && found !== undefined) yield* walkParts(found, size, emit, new SubBlockWalk(size));
  throw new ByteFault('over-budget', `GIF parts from ${stoppedAt} on are not all looked at`);
}
