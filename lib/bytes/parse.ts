import { Cursor } from './cursor';
import { ByteFault } from './fault';

/** A parser's request for bytes: absolute file offset, length in bytes, and what for (ends up in messages). */
export type Ask = { readonly offset: number; readonly length: number; readonly what: string };

/**
 * A parser that does no I/O: it yields {@link Ask}s, is resumed with the bytes (fewer than asked only at the
 * end of the file) and returns its result. `drive` owns the reading, the budget and the only `catch`.
 */
export type Parse<T> = Generator<Ask, T, Uint8Array>;

/**
 * Asks for exactly `length` bytes at `offset`.
 *
 * @returns a bounds-checked cursor over them; its positions are absolute in the file
 * @throws ByteFault `truncated` when the file ends before
 */
export function* read(offset: number, length: number, what: string): Parse<Cursor> {
  const bytes = yield { offset, length, what };
  if (bytes.length < length) throw new ByteFault('truncated', `${what} at ${offset} is cut off`);
  return new Cursor(bytes, offset);
}

/** Asks for up to `length` bytes at `offset`; the cursor may be shorter, even empty, at the end of the file. */
export function* readUpTo(offset: number, length: number, what: string): Parse<Cursor> {
  return new Cursor(yield { offset, length, what }, offset);
}
