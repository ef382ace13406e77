import { drive, type Outcome } from '../../../lib/bytes/drive';
import { type Budget, RangeReader } from '../../../lib/bytes/range-reader';
import { type ByteSource, memorySource } from '../../../lib/bytes/source';
import type { Block, ContainerFormat, ContainerId } from '../../../lib/containers/container';

/** A source that notes what it is asked; its size may be kept secret. */
export const spySource = (bytes: Uint8Array, knowsSize = true) => {
  const asked: { offset: number; length: number }[] = [];
  const source: ByteSource = {
    size: knowsSize ? bytes.length : undefined,
    read: async (offset, length) => {
      asked.push({ offset, length });
      return bytes.slice(offset, offset + length);
    },
  };
  return { source, asked };
};

/** Windows of one byte: every ask is answered from as many reads as it has bytes not yet seen. */
export const BYTE_BY_BYTE: Partial<Budget> = { headBytes: 1, readAheadBytes: 1, maxReads: 1_000_000 };

/** The bytes of a block's spans, joined. */
export const payloadOf = (file: Uint8Array, { spans }: Block): Uint8Array =>
  Uint8Array.from(spans.flatMap(({ offset, length }) => [...file.subarray(offset, offset + length)]));

export type WalkResult = {
  readonly blocks: readonly Block[];
  readonly outcome: Outcome<void>;
  readonly stats: { readonly bytes: number; readonly reads: number };
};

/** Walks a file in memory with one format and says what came out and what it cost. */
export const walkWith = async (
  format: ContainerFormat<ContainerId>,
  file: Uint8Array,
  { budget = {}, knowsSize = true }: { budget?: Partial<Budget>; knowsSize?: boolean } = {},
): Promise<WalkResult> => {
  const source = knowsSize ? memorySource(file) : spySource(file, false).source;
  const reader = new RangeReader(source, budget);
  const blocks: Block[] = [];
  const outcome = await drive(
    format.walk((block) => blocks.push(block), reader.size),
    reader,
  );
  return { blocks, outcome, stats: reader.stats };
};

/** {@link walkWith} as documents are walked: the size is always known. */
export const walkDocument = (format: ContainerFormat<ContainerId>, file: Uint8Array) =>
  walkWith(format, file);
