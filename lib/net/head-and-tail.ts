import { ByteFault } from '../bytes/fault';

/** Longest head of a part (its boundary and fields), and most parts looked at: two ranges are asked for. */
const MAX_PART_HEAD_BYTES = 1024;
const MAX_PARTS = 4;

/** What two parts take beside their bytes, at most. */
export const PART_OVERHEAD_BYTES = MAX_PARTS * MAX_PART_HEAD_BYTES;

/** A part of a file: where it begins, its bytes, and the size of the whole where it was told. */
export type FilePart = {
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly total: number | undefined;
};

/** The head of a file and its last bytes in one request (RFC 9110 §14.1.2: a range, and a suffix range). */
export function headAndTail(length: number, tail: number): string {
  return `bytes=0-${length - 1},-${tail}`;
}

/** Whether an answer holds several parts (RFC 9110 §15.3.7.2). */
export function isMultipart(answer: Response): boolean {
  return answer.status === 206 && boundaryOf(answer) !== undefined;
}

/**
 * The parts of a `multipart/byteranges` body (RFC 9110 §14.6). Their fields say how long they are; no byte of a file is searched
 * for a boundary.
 *
 * @param body as far as it came; a last part may be cut
 * @throws ByteFault `malformed` when a part does not say which it is
 */
export function partsOf(body: Uint8Array, answer: Response): readonly FilePart[] {
  const boundary = boundaryOf(answer);
  const parts: FilePart[] = [];
  let at = 0;
  while (boundary !== undefined && parts.length < MAX_PARTS) {
    const head = headAt(body, at, `--${boundary}`);
    if (head === undefined) break;
    const { start, length, total } = rangeIn(head.text);
    parts.push({ offset: start, bytes: body.subarray(head.end, head.end + length), total });
    at = head.end + length;
  }
  return parts;
}

function boundaryOf({ headers }: Response): string | undefined {
  const type = headers.get('content-type') ?? '';
  const [, quoted, bare] =
    /^multipart\/byteranges\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? [];
  return quoted ?? bare;
}

/** The fields behind the next boundary, and where they end; `undefined` behind the last. */
function headAt(body: Uint8Array, at: number, mark: string): { text: string; end: number } | undefined {
  const text = String.fromCharCode(...body.subarray(at, at + MAX_PART_HEAD_BYTES));
  const from = text.indexOf(mark);
  const end = text.indexOf('\r\n\r\n', Math.max(0, from));
  if (from < 0 || end < 0 || text.startsWith('--', from + mark.length)) return undefined;
  return { text: text.slice(from, end), end: at + end + 4 };
}

function rangeIn(fields: string): { start: number; length: number; total: number | undefined } {
  const [, first, last, size] = /^content-range:\s*bytes (\d+)-(\d+)\/(\d+|\*)\s*$/im.exec(fields) ?? [];
  const [start, end] = [Number(first), Number(last) + 1];
  const total = size === '*' ? undefined : Number(size);
  if (!(start < end && end <= (total ?? Number.MAX_SAFE_INTEGER)))
    throw new ByteFault('malformed', 'a part without its range');
  return { start, length: end - start, total };
}
