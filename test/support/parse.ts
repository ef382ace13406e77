import type { Ask, Parse } from '../../lib/bytes/parse';

/** A parse driven by memory: its result and every range it asked for. Faults pass through. */
export function driveWhole<T>(parse: Parse<T>, bytes: Uint8Array): { result: T; asks: Ask[] } {
  const asks: Ask[] = [];
  let step = parse.next();
  while (!step.done) {
    const { offset, length } = step.value;
    asks.push(step.value);
    step = parse.next(bytes.subarray(offset, offset + length));
  }
  return { result: step.value, asks };
}
