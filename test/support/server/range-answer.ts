import { type ByteRange, parseByteRange } from './byte-range';

const BOUNDARY = '00000000000000000017';

/** An answer to a request for ranges, ready to be written. */
export type RangeAnswer = {
  readonly status: 200 | 206;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
};

type Part = Extract<ByteRange, { kind: 'part' }>;

/**
 * Answers with what a `Range` asks for of `bytes`: one range, several in parts, and everything where the ranges together would be
 * longer than that, as nginx does (RFC 9110 §14.6, §15.3.7.2).
 */
export function rangeAnswer(range: string | undefined, bytes: Uint8Array, type: string): RangeAnswer {
  const [unit, list = ''] = (range ?? '').split('=');
  const wanted = list.split(',').map((one) => parseByteRange(`${unit}=${one}`, bytes.length));
  const parts = wanted.flatMap((one) => (one.kind === 'part' ? [one] : []));
  const [first] = parts;
  const length = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  if (first === undefined || length > bytes.length) return answer(200, { 'content-type': type }, bytes);
  if (parts.length > 1) return severalParts(parts, bytes, type);
  const headers = { 'content-type': type, 'content-range': rangeOf(first, bytes.length) };
  return answer(206, headers, bytes.subarray(first.start, first.end));
}

function severalParts(parts: readonly Part[], bytes: Uint8Array, type: string): RangeAnswer {
  const body = parts.flatMap((part) => {
    const fields = `Content-Type: ${type}\r\nContent-Range: ${rangeOf(part, bytes.length)}`;
    return [Buffer.from(`\r\n--${BOUNDARY}\r\n${fields}\r\n\r\n`), bytes.subarray(part.start, part.end)];
  });
  const whole = Buffer.concat([...body, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  return answer(206, { 'content-type': `multipart/byteranges; boundary=${BOUNDARY}` }, whole);
}

function answer(
  status: RangeAnswer['status'],
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): RangeAnswer {
  return {
    status,
    headers: { ...headers, 'content-length': String(body.length) },
    body: new Uint8Array(body),
  };
}

const rangeOf = ({ start, end }: Part, size: number): string => `bytes ${start}-${end - 1}/${size}`;
