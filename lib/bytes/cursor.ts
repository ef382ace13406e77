import { ByteFault } from './fault';

/**
 * Bounds-checked reading of a slice of a file. Positions are absolute in the file: `base` is the offset of the
 * slice's first byte. Every overrun is a `truncated` {@link ByteFault}, never `NaN` and never a silent zero.
 */
export class Cursor {
  private at = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly base = 0,
  ) {}

  /** Absolute offset of the next byte. */
  get offset(): number {
    return this.base + this.at;
  }

  /** Bytes left in the slice. */
  get left(): number {
    return this.bytes.length - this.at;
  }

  u8(): number {
    return this.byte(this.take(1));
  }

  u16be(): number {
    return this.wordBe(this.take(2));
  }

  u16le(): number {
    return this.wordLe(this.take(2));
  }

  u32be(): number {
    const at = this.take(4);
    return this.wordBe(at) * 0x10000 + this.wordBe(at + 2);
  }

  u32le(): number {
    const at = this.take(4);
    return this.wordLe(at) + this.wordLe(at + 2) * 0x10000;
  }

  /** 64-bit big-endian; anything beyond 2^53 cannot be a place in a file and is `malformed`. */
  u64be(): number {
    const at = this.take(8);
    const low = this.wordBe(at + 4) * 0x10000 + this.wordBe(at + 6);
    return this.place((this.wordBe(at) * 0x10000 + this.wordBe(at + 2)) * 2 ** 32 + low);
  }

  /** {@link u64be}, little-endian. */
  u64le(): number {
    const at = this.take(8);
    const low = this.wordLe(at) + this.wordLe(at + 2) * 0x10000;
    return this.place((this.wordLe(at + 4) + this.wordLe(at + 6) * 0x10000) * 2 ** 32 + low);
  }

  /** The next `length` bytes, not copied. */
  slice(length: number): Uint8Array {
    const start = this.take(length);
    return this.bytes.subarray(start, start + length);
  }

  /** The next `length` bytes as Latin-1 text: four-character codes, magic numbers, keywords. */
  latin1(length: number): string {
    const start = this.take(length);
    let text = '';
    for (let at = start; at < start + length; at += 1) text += String.fromCharCode(this.byte(at));
    return text;
  }

  skip(length: number): void {
    this.take(length);
  }

  private place(value: number): number {
    if (value <= Number.MAX_SAFE_INTEGER) return value;
    throw new ByteFault('malformed', `64-bit size at ${this.offset - 8}`);
  }

  private wordBe(at: number): number {
    return this.byte(at) * 0x100 + this.byte(at + 1);
  }

  private wordLe(at: number): number {
    return this.byte(at) + this.byte(at + 1) * 0x100;
  }

  /** A byte that {@link take} has found to be there. */
  private byte(at: number): number {
    return this.bytes[at] ?? 0;
  }

  private take(length: number): number {
    const start = this.at;
    if (length < 0 || length > this.bytes.length - start)
      throw new ByteFault('truncated', `${length} bytes wanted at ${this.offset}, ${this.left} there`);
    this.at = start + length;
    return start;
  }
}
