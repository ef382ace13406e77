import { ByteFault } from '../bytes/fault';
import type { ByteSource } from '../bytes/source';
import { type FilePart, headAndTail, isMultipart, PART_OVERHEAD_BYTES, partsOf } from './head-and-tail';
import { bytesOf, contentLength, type HttpOptions, httpSource, isEncoded, requestRange } from './http-source';

/** How servers refuse a request they do not understand: no range they could give, or none of this kind (RFC 9110 §15.5, §15.6). */
const NOT_UNDERSTOOD = [400, 416, 501];

/** The last bytes of a file, wanted with its first. */
export type TailWish = {
  readonly bytes: number;
  /** Told whether the server serves several ranges; not told where its answer does not show it. */
  served(both: boolean): void;
};

/**
 * As `httpSource`, but the first read from the beginning also brings the end of the file, in the same request. A server that does
 * not serve several ranges is asked again as usual, and its first answer broken off.
 */
export function tailedSource(
  url: string,
  options: HttpOptions,
  wish: TailWish,
): ByteSource & { close(): void } {
  return new TailedSource(url, options, wish);
}

class TailedSource implements ByteSource {
  private asked = false;
  private total: number | undefined;
  private parts: readonly FilePart[] = [];
  private readonly rest: ByteSource & { close(): void };

  constructor(
    private readonly url: string,
    private readonly options: HttpOptions,
    private readonly wish: TailWish,
  ) {
    this.rest = httpSource(url, options);
  }

  get size(): number | undefined {
    return this.total ?? this.rest.size;
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    if (offset === 0 && !this.asked) await this.ask(length);
    return this.held(offset, length) ?? this.rest.read(offset, length);
  }

  close(): void {
    this.rest.close();
  }

  private held(offset: number, length: number): Uint8Array | undefined {
    const end = Math.min(offset + length, this.total ?? Number.POSITIVE_INFINITY);
    const part = this.parts.find(
      ({ offset: start, bytes }) => start <= offset && end <= start + bytes.length,
    );
    return part?.bytes.subarray(offset - part.offset, end - part.offset);
  }

  private async ask(length: number): Promise<void> {
    this.asked = true;
    const range = headAndTail(length, this.wish.bytes);
    const answer = await requestRange(this.url, range, this.options, NOT_UNDERSTOOD);
    this.parts = await this.partsIn(answer, length);
    this.total = this.parts[0]?.total;
    if (this.parts.length === 0) await answer.body?.cancel().catch(() => undefined);
  }

  private async partsIn(answer: Response, length: number): Promise<readonly FilePart[]> {
    const most = length + this.wish.bytes;
    // nginx gives the whole file where the ranges would be longer: one answer, which shows nothing.
    if (answer.status === 200 && (contentLength(answer) ?? Number.POSITIVE_INFINITY) <= most) {
      const bytes = await bytesOf(answer, most);
      return [{ offset: 0, bytes, total: bytes.length }];
    }
    const parts = isMultipart(answer) && !isEncoded(answer) ? await bothIn(answer, most) : [];
    this.wish.served(parts.length > 0);
    return parts;
  }
}

/** Head and tail; nothing where the parts are not those. */
async function bothIn(answer: Response, most: number): Promise<readonly FilePart[]> {
  const body = await bytesOf(answer, most + PART_OVERHEAD_BYTES);
  try {
    const parts = partsOf(body, answer);
    const [{ offset, total } = { offset: -1, total: undefined }] = parts;
    const isOne = total !== undefined && parts.every((part) => part.total === total);
    return offset === 0 && isOne ? parts : [];
  } catch (error) {
    if (!(error instanceof ByteFault)) throw error;
    return [];
  }
}
