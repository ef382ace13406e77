import { ByteFault } from '../../bytes/fault';
import { MAX_RIFF_TEXTS } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import { type Emit, emitSpan, requireInside } from '../blocks';
import type { BlockKind } from '../container';
import { RangeBudget } from '../id3/view';
import { walkId3 } from '../id3/walk-id3';
import { CHUNK_HEADER_BYTES, type Chunk, endOf, readChunk } from './chunk';

/** Length of a list's type behind its header. */
const LIST_TYPE_BYTES = 4;

/** Chunks that are one block: the label's own (TC260-PG-20258A), C2PA (2.x, Annex A), XMP (part 3, 1.2.5). */
const LEAVES: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ['AIGC', 'riff-info'],
  ['C2PA', 'jumbf'],
  ['_PMX', 'xmp'],
]);

/** Chunks that hold ID3v2 tags, as two kinds of writers name them. */
const ID3_CHUNKS = ['id3 ', 'ID3 '];

/**
 * Emits the metadata of WAV and AVI chunk by chunk: label, C2PA, XMP, ID3v2, and the texts of LIST/INFO. Lists
 * are opened once and never in one another.
 */
export class TagChunks {
  private fault: ByteFault | undefined;
  private readonly ranges = new RangeBudget();

  /** @param size the file's size where known */
  constructor(
    private readonly emit: Emit,
    private readonly root: string,
    private readonly size: number | undefined,
  ) {}

  *visit(chunk: Chunk): Parse<void> {
    const kind = LEAVES.get(chunk.type);
    if (kind !== undefined) this.leaf(kind, [this.root, chunk.type.replace('_PMX', 'XMP')], chunk);
    else if (ID3_CHUNKS.includes(chunk.type)) yield* this.id3(chunk);
    else if (chunk.type === 'LIST') yield* this.list(chunk);
  }

  /** @throws ByteFault what was wrong inside a chunk, once all else of the file is out */
  blame(): void {
    if (this.fault !== undefined) throw this.fault;
  }

  private leaf(kind: BlockKind, path: readonly string[], { type, payload }: Chunk): void {
    requireInside(payload.offset + payload.length, this.size, `RIFF chunk ${JSON.stringify(type)}`);
    emitSpan(this.emit, kind, path, payload, kind === 'riff-info' ? type : undefined);
  }

  private *id3({ type, payload }: Chunk): Parse<void> {
    const end = payload.offset + payload.length;
    const limit = Math.min(end, this.size ?? end);
    const tags = yield* walkId3(payload.offset, limit, [this.root, type.trim()], this.emit, this.ranges);
    this.fault ??= tags.fault;
  }

  /** The texts of a LIST of type INFO (Multimedia Programming Interface 1.0, INFO list chunk). */
  private *list({ payload }: Chunk): Parse<void> {
    const head = yield* readUpTo(payload.offset, LIST_TYPE_BYTES, 'RIFF list');
    if (head.left < LIST_TYPE_BYTES || head.latin1(LIST_TYPE_BYTES) !== 'INFO') return;
    const end = payload.offset + payload.length;
    let at = payload.offset + LIST_TYPE_BYTES;
    for (let count = 0; at + CHUNK_HEADER_BYTES <= end; count++) {
      if (count >= MAX_RIFF_TEXTS)
        throw new ByteFault('over-budget', `more than ${MAX_RIFF_TEXTS} RIFF texts`);
      const text = yield* readChunk(at);
      if (text === undefined) return;
      if (text.payload.offset + text.payload.length > end) {
        this.fault ??= new ByteFault('malformed', `RIFF text at ${at} is longer than its list`);
        return;
      }
      if (text.type !== 'LIST') this.leaf('riff-info', [this.root, 'LIST/INFO', text.type], text);
      at = endOf(text);
    }
  }
}
