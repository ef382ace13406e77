import { ByteFault } from '../../bytes/fault';
import { MAX_FLAC_BLOCKS, MAX_FLAC_COMMENTS } from '../../bytes/limits';
import { type Parse, read, readUpTo } from '../../bytes/parse';
import { startsWith } from '../../bytes/starts-with';
import { boundedEmit, emitSpan, requireInside } from '../blocks';
import type { ContainerFormat, Span } from '../container';
import { FLAC_BLOCK, type FlacBlock, readFlacBlock } from '../flac/metadata-block';
import { behindId3 } from '../id3/tag-header';
import { blameId3, walkId3 } from '../id3/walk-id3';
import { readChunk } from '../riff/chunk';
import { TagChunks } from '../riff/tag-chunks';

/** RFC 9639, 6. */
const SIGNATURE = 'fLaC';
/** Application id of the encoder for chunks it kept of a WAV (RFC 9639, 12.1; foreign metadata). */
const RIFF_APPLICATION = 'riff';

/**
 * FLAC (RFC 9639): all metadata blocks, headers only, and ID3v2 tags in front of the signature, where C2PA puts
 * its store. The frames behind are not looked at.
 */
const flac: ContainerFormat = {
  id: 'flac',
  name: 'FLAC',
  sniff: (head, behind = behindId3(head)) => startsWith(behind, SIGNATURE),
  *walk(emit, size): Parse<void> {
    const out = boundedEmit(emit);
    const tags = yield* walkId3(0, size, ['FLAC'], out);
    const start = yield* read(tags.end, SIGNATURE.length, 'FLAC signature');
    if (start.latin1(SIGNATURE.length) !== SIGNATURE) throw new ByteFault('malformed', 'no FLAC signature');
    let comments = 0;
    const foreign = new TagChunks(out, 'FLAC', size);
    yield* walkBlocks(start.offset, size, function* ({ type, payload }) {
      if (type === FLAC_BLOCK.vorbisComment) {
        if (++comments > MAX_FLAC_COMMENTS) throw new ByteFault('over-budget', 'too many FLAC comments');
        requireInside(payload.offset + payload.length, size, 'FLAC comments');
        emitSpan(out, 'vorbis-comment', ['FLAC', 'VORBIS_COMMENT'], payload);
      }
      if (type === FLAC_BLOCK.application) yield* visitForeign(payload, foreign);
    });
    foreign.blame();
    blameId3(tags);
  },
};
export default flac;

function* walkBlocks(
  start: number,
  size: number | undefined,
  visit: (block: FlacBlock) => Parse<void>,
): Parse<void> {
  let at = start;
  for (let count = 0; count < MAX_FLAC_BLOCKS; count++) {
    const block = yield* readFlacBlock(at);
    at = block.payload.offset + block.payload.length;
    yield* visit(block);
    requireInside(at, size, 'FLAC metadata block');
    if (block.isLast) return;
  }
  throw new ByteFault('over-budget', `more than ${MAX_FLAC_BLOCKS} FLAC metadata blocks`);
}

/** A chunk of the WAV this was made from. A C2PA store among them is that file's, not this one's. */
function* visitForeign({ offset, length }: Span, chunks: TagChunks): Parse<void> {
  const { bytes } = yield* readUpTo(offset, Math.min(length, RIFF_APPLICATION.length), 'FLAC application');
  if (latin1(bytes) !== RIFF_APPLICATION) return;
  const chunk = yield* readChunk(offset + RIFF_APPLICATION.length);
  if (chunk === undefined || chunk.type === 'C2PA') return;
  if (chunk.payload.offset + chunk.payload.length <= offset + length) yield* chunks.visit(chunk);
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
