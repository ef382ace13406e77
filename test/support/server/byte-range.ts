/** Which part of a body a `Range` header asks for (RFC 9110 §14.2); offsets are inclusive of `start`, exclusive of `end`. */
export type ByteRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'unsatisfiable' };

const SINGLE_RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * Reads a `Range` header against a body of `size` bytes.
 *
 * Only one range is served; anything else (several ranges, other units, nonsense) is answered with the whole body,
 * as RFC 9110 §14.2 allows.
 */
export function parseByteRange(header: string | undefined, size: number): ByteRange {
  const [, first = '', last = ''] = SINGLE_RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return { kind: 'whole' };
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return start < end ? { kind: 'part', start, end } : { kind: 'unsatisfiable' };
}
