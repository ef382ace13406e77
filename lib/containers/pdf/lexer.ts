import { ByteFault } from '../../bytes/fault';

/** A token of PDF syntax (ISO 32000-2, 7.2, 7.3). */
export type PdfToken =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: Uint8Array }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: '<<' | '>>' | '[' | ']' };

const SPACES = '\0\t\n\f\r ';
const DELIMITERS = '()<>[]{}/%';
const ENDS = SPACES + DELIMITERS;
const codes = (chars: string): ReadonlySet<number> =>
  new Set(Array.from(chars, (char) => char.charCodeAt(0)));
const IS_SPACE = codes(SPACES);
const IS_END = codes(ENDS);

/** Longest name or keyword: ISO 32000-1, Annex C, says 127 bytes. */
const MAX_WORD_BYTES = 1024;

/** ISO 32000-2, table 3: escapes of literal strings. */
const ESCAPES: ReadonlyMap<string, number> = new Map([
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['b', 0x08],
  ['f', 0x0c],
]);

/** Splits bytes into tokens of PDF syntax. An overrun is `truncated`. */
export class PdfLexer {
  /** Index of the next byte. */
  at: number;
  /** How many values were read so far; counted by the reader of values. */
  values = 0;

  constructor(
    readonly bytes: Uint8Array,
    at = 0,
  ) {
    this.at = at;
  }

  /** The next token. @throws ByteFault `truncated`, `malformed` */
  next(): PdfToken {
    this.skipSpace();
    const char = this.peek();
    if (char === '/') return this.name();
    if (char === '(') return this.literal();
    if (char === '<' || char === '>') return this.angle(char);
    this.at += 1;
    if (char === '[' || char === ']') return { kind: char };
    if (DELIMITERS.includes(char))
      throw new ByteFault('malformed', `stray delimiter ${char} in a PDF object`);
    this.at -= 1;
    return { kind: 'word', word: this.word() };
  }

  /** The next token, or `undefined` where the bytes end or hold none. */
  tryNext(): PdfToken | undefined {
    try {
      return this.next();
    } catch {
      return undefined;
    }
  }

  /** Passes over a closing token where it comes next. */
  skipIf(kind: ']' | '>>'): boolean {
    this.skipSpace();
    const here = Array.from(kind).every((char, index) => this.bytes[this.at + index] === char.charCodeAt(0));
    if (here) this.at += kind.length;
    return here;
  }

  /** Passes over white space and comments. */
  skipSpace(): void {
    for (; this.at < this.bytes.length; this.at++) {
      const code = this.bytes[this.at] ?? 0;
      if (code === 0x25) this.skipComment();
      else if (!IS_SPACE.has(code)) return;
    }
  }

  private skipComment(): void {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 0x0a && this.bytes[this.at] !== 0x0d)
      this.at += 1;
  }

  private peek(ahead = 0): string {
    const code = this.bytes[this.at + ahead];
    if (code === undefined) throw new ByteFault('truncated', 'a PDF object is cut off');
    return String.fromCharCode(code);
  }

  private take(): number {
    const code = this.bytes[this.at];
    if (code === undefined) throw new ByteFault('truncated', 'a PDF object is cut off');
    this.at += 1;
    return code;
  }

  private word(): string {
    const start = this.at;
    while (!IS_END.has(this.bytes[this.at] ?? 0x20)) {
      this.at += 1;
      if (this.at - start > MAX_WORD_BYTES) throw new ByteFault('malformed', 'a PDF word without an end');
    }
    return String.fromCharCode(...this.bytes.subarray(start, this.at));
  }

  /** ISO 32000-2, 7.3.5: `#` and two digits are a byte. */
  private name(): PdfToken {
    this.at += 1;
    const name = this.word().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { kind: 'name', name };
  }

  private angle(char: '<' | '>'): PdfToken {
    this.at += 1;
    if (this.peek() === char) {
      this.at += 1;
      return { kind: char === '<' ? '<<' : '>>' };
    }
    if (char === '>') throw new ByteFault('malformed', 'stray > in a PDF object');
    return this.hexadecimal();
  }

  /** ISO 32000-2, 7.3.4.3: an odd last digit counts as if followed by 0. */
  private hexadecimal(): PdfToken {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw new ByteFault('truncated', 'a PDF string is cut off');
    const bytes: number[] = [];
    let high: number | undefined;
    for (const code of this.bytes.subarray(this.at, end)) {
      const digit = Number.parseInt(String.fromCharCode(code), 16);
      if (Number.isNaN(digit)) continue;
      if (high === undefined) high = digit;
      else {
        bytes.push(high * 16 + digit);
        high = undefined;
      }
    }
    this.at = end + 1;
    return { kind: 'string', bytes: Uint8Array.from(high === undefined ? bytes : [...bytes, high * 16]) };
  }

  /** ISO 32000-2, 7.3.4.2: balanced parentheses stand for themselves, a line end is a line feed. */
  private literal(): PdfToken {
    this.at += 1;
    const bytes: number[] = [];
    for (let open = 1; ; ) {
      const code = this.take();
      if (code === 0x28) open += 1;
      if (code === 0x29) open -= 1;
      if (open === 0) return { kind: 'string', bytes: Uint8Array.from(bytes) };
      if (code === 0x5c) this.escape(bytes);
      else if (code === 0x0d) this.lineEnd(bytes);
      else bytes.push(code);
    }
  }

  private lineEnd(bytes: number[]): void {
    if (this.bytes[this.at] === 0x0a) this.at += 1;
    bytes.push(0x0a);
  }

  private escape(bytes: number[]): void {
    const code = this.take();
    const char = String.fromCharCode(code);
    if (/[0-7]/.test(char)) {
      this.octal(bytes, code - 0x30);
      return;
    }
    if (char === '\r' && this.bytes[this.at] === 0x0a) this.at += 1;
    if (char === '\r' || char === '\n') return;
    bytes.push(ESCAPES.get(char) ?? code);
  }

  private octal(bytes: number[], first: number): void {
    let value = first;
    for (let digits = 1; digits < 3; digits++) {
      const code = this.bytes[this.at] ?? 0;
      if (code < 0x30 || code > 0x37) break;
      value = value * 8 + code - 0x30;
      this.at += 1;
    }
    bytes.push(value & 0xff);
  }
}
