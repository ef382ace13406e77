import { ByteFault, type ReadState } from './fault';
import { MAX_ASKS_PER_PARSE, MAX_REPEATED_ASKS } from './limits';
import type { Ask, Parse } from './parse';
import type { RangeReader } from './range-reader';
import { SourceFault } from './source';

/** How a parse ended: with its value, or in a state that says whose fault it was. */
export type Outcome<T> =
  | { readonly state: 'complete'; readonly value: T }
  | { readonly state: Exclude<ReadState, 'complete'>; readonly why: string };

/**
 * Runs a parser over a file. The only place where a {@link ByteFault} is caught: above it there are outcomes.
 *
 * The parser is closed whatever happens, so what it holds back is emitted from its `finally`. Any other
 * exception is our own bug and becomes `internal` with nothing but the error's name, since its message may
 * quote the file.
 *
 * @throws SourceFault when the bytes cannot be had; that says nothing about the file
 */
export async function drive<T>(parse: Parse<T>, reader: RangeReader): Promise<Outcome<T>> {
  try {
    return { state: 'complete', value: await answerFrom(reader, parse) };
  } catch (error) {
    return failure(error);
  }
}

/**
 * Runs a parser over bytes already in memory, without waiting.
 *
 * @param base absolute offset of the first byte, so that positions in the result stay those of the file
 */
export function driveOver<T>(parse: Parse<T>, bytes: Uint8Array, base = 0): Outcome<T> {
  try {
    return { state: 'complete', value: answerOver(bytes, base, parse) };
  } catch (error) {
    return failure(error);
  }
}

async function answerFrom<T>(reader: RangeReader, parse: Parse<T>): Promise<T> {
  const admit = admission();
  try {
    let step = parse.next();
    while (!step.done) {
      const { offset, length } = admit(step.value);
      step = parse.next(reader.readNow(offset, length) ?? (await reader.read(offset, length)));
    }
    return step.value;
  } finally {
    parse.return(undefined as T);
  }
}

function answerOver<T>(bytes: Uint8Array, base: number, parse: Parse<T>): T {
  const admit = admission();
  try {
    let step = parse.next();
    while (!step.done) {
      const { offset, length } = admit(step.value);
      if (offset < base) throw new ByteFault('malformed', `${offset} lies before the bytes at ${base}`);
      step = parse.next(bytes.subarray(offset - base, offset - base + length));
    }
    return step.value;
  } finally {
    parse.return(undefined as T);
  }
}

/** Lets asks through while a parser gets on: no endless number of them, not the same one again and again. */
function admission(): (ask: Ask) => Ask {
  let asks = 0;
  let repeated = 0;
  let last: Ask | undefined;
  return (ask) => {
    repeated = ask.offset === last?.offset && ask.length === last.length ? repeated + 1 : 0;
    last = ask;
    if (repeated > MAX_REPEATED_ASKS)
      throw new ByteFault('malformed', `${ask.what} at ${ask.offset} leads nowhere`);
    if (++asks > MAX_ASKS_PER_PARSE)
      throw new ByteFault('over-budget', `more than ${MAX_ASKS_PER_PARSE} parts asked for`);
    return ask;
  };
}

function failure(error: unknown): Exclude<Outcome<never>, { state: 'complete' }> {
  if (error instanceof SourceFault) throw error;
  if (error instanceof ByteFault) return { state: error.kind, why: error.message };
  return { state: 'internal', why: error instanceof Error ? error.name : 'unknown' };
}
