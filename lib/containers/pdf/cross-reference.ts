import { ByteFault } from '../../bytes/fault';
import {
  MAX_PDF_OBJECT_BYTES,
  MAX_PDF_SECTIONS,
  MAX_PDF_SUBSECTIONS,
  PDF_TAIL_BYTES,
} from '../../bytes/limits';
import { type Parse, read, readUpTo } from '../../bytes/parse';
import { PdfLexer } from './lexer';
import { type PdfObject, readObjectAt } from './object';
import { decodeStream, requireReadable } from './stream';
import { asCount, asDict, asItems, type PdfDict, readPdfValue } from './value';

/** Where an object is: at an offset of the file, or at an index of an object stream. */
export type PdfEntry =
  | { readonly offset: number }
  | { readonly stream: number; readonly index: number }
  | 'free';

/** One section of cross-references with its trailer: who saved a file on top of another adds one. */
export type PdfSection = {
  readonly trailer: PdfDict;
  /** The entry of an object number; `undefined` where the section does not speak of it. */
  readonly find: (number: number) => Parse<PdfEntry | undefined>;
};

/** ISO 32000-2, 7.5.4: entries of a table are 20 bytes: offset, generation, `n` or `f`. */
const ENTRY_BYTES = 20;
/** Enough of a table for the line of a subsection or the keyword of the trailer. */
const LINE_BYTES = 64;
/** Trailers are short; a larger one is read in a second step. */
const TRAILER_WINDOWS = [2048, MAX_PDF_OBJECT_BYTES];

/**
 * Reads the sections of a PDF's cross-references, newest first: from `startxref` along `XRefStm` and `Prev`
 * (ISO 32000-2, 7.5.5, 7.5.8). Of a table only the lines are read that say what it covers.
 *
 * @throws ByteFault `malformed` where there is none or a chain runs in a circle, `over-budget` beyond MAX_PDF_SECTIONS
 */
export function* readSections(size: number): Parse<readonly PdfSection[]> {
  const sections: PdfSection[] = [];
  const seen = new Set<number>();
  const waiting = [yield* readStart(size)];
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset)) throw new ByteFault('malformed', 'PDF cross-references in a circle');
    if (seen.size >= MAX_PDF_SECTIONS)
      throw new ByteFault('over-budget', `more than ${MAX_PDF_SECTIONS} PDF sections`);
    seen.add(offset);
    const section = yield* readSection(offset);
    sections.push(section);
    for (const name of ['XRefStm', 'Prev'])
      waiting.push(...[asCount(section.trailer.entries.get(name))].filter((next) => next !== undefined));
  }
  return sections;
}

function* readStart(size: number): Parse<number> {
  const from = Math.max(0, size - PDF_TAIL_BYTES);
  const tail = yield* readUpTo(from, size - from, 'PDF tail');
  const text = tail.latin1(tail.left);
  const found = /^startxref\s{1,8}(\d{1,15})\s/.exec(text.slice(text.lastIndexOf('startxref')));
  if (found === null) throw new ByteFault('truncated', 'the PDF does not end in startxref');
  return Number(found[1]);
}

function* readSection(offset: number): Parse<PdfSection> {
  const start = yield* readUpTo(offset, LINE_BYTES, 'PDF cross-references');
  const text = start.latin1(start.left);
  const keyword = /^\s{0,16}xref\s{1,8}(?=\d|trailer)/.exec(text)?.[0];
  return keyword === undefined
    ? yield* streamSection(yield* readObjectAt(offset))
    : yield* readTable(offset + keyword.length);
}

type Part = { readonly first: number; readonly count: number; readonly offset: number };

function* readTable(start: number): Parse<PdfSection> {
  const parts: Part[] = [];
  for (let at = start; parts.length <= MAX_PDF_SUBSECTIONS; ) {
    const line = yield* readUpTo(at, LINE_BYTES, 'PDF cross-reference table');
    const text = line.latin1(line.left);
    const trailer = /^\s{0,16}trailer/.exec(text)?.[0];
    if (trailer !== undefined) return tableSection(parts, yield* readTrailer(at + trailer.length));
    const head = /^\s{0,16}(\d{1,10}) {1,4}(\d{1,10})[ \t]{0,4}(?:\r\n|\r|\n)/.exec(text);
    if (head === null) throw new ByteFault('malformed', `no PDF cross-reference table at ${at}`);
    const part = { first: Number(head[1]), count: Number(head[2]), offset: at + head[0].length };
    parts.push(part);
    at = part.offset + part.count * ENTRY_BYTES;
  }
  throw new ByteFault('over-budget', `more than ${MAX_PDF_SUBSECTIONS} parts of a PDF cross-reference table`);
}

function* readTrailer(offset: number): Parse<PdfDict> {
  for (const length of TRAILER_WINDOWS) {
    const { bytes } = yield* readUpTo(offset, length, 'PDF trailer');
    const dict = parseTrailer(bytes, bytes.length < length);
    if (dict !== undefined) return dict;
  }
  throw new ByteFault('over-budget', 'a PDF trailer of more than a megabyte');
}

function parseTrailer(bytes: Uint8Array, isLast: boolean): PdfDict | undefined {
  try {
    const dict = asDict(readPdfValue(new PdfLexer(bytes)));
    if (dict === undefined) throw new ByteFault('malformed', 'a PDF trailer that is no dictionary');
    return dict;
  } catch (error) {
    if (!isLast && error instanceof ByteFault && error.kind === 'truncated') return undefined;
    throw error;
  }
}

function tableSection(parts: readonly Part[], trailer: PdfDict): PdfSection {
  function* find(number: number): Parse<PdfEntry | undefined> {
    const part = parts.find(({ first, count }) => number >= first && number < first + count);
    if (part === undefined) return undefined;
    const at = part.offset + (number - part.first) * ENTRY_BYTES;
    const entry = (yield* read(at, ENTRY_BYTES, 'PDF cross-reference')).latin1(ENTRY_BYTES);
    const fields = /^(\d{10}) \d{5} ([nf])/.exec(entry);
    if (fields === null) throw new ByteFault('malformed', `no PDF cross-reference at ${at}`);
    return fields[2] === 'f' ? 'free' : { offset: Number(fields[1]) };
  }
  return { trailer, find };
}

/** What the sections of a file that is read through streams consist of: rows of three numbers. */
function* streamSection({ value, streamAt }: PdfObject): Parse<PdfSection> {
  const trailer = asDict(value);
  const length = asCount(trailer?.entries.get('Length'));
  if (trailer === undefined || streamAt === undefined || length === undefined)
    throw new ByteFault('malformed', 'no PDF cross-reference stream');
  requireReadable(length);
  const rows = decodeStream(trailer, (yield* read(streamAt, length, 'PDF cross-reference stream')).bytes);
  const widths = (asItems(trailer.entries.get('W')) ?? []).map((width) => asCount(width) ?? 0);
  const index = (asItems(trailer.entries.get('Index')) ?? []).map((number) => asCount(number) ?? 0);
  const size = asCount(trailer.entries.get('Size')) ?? 0;
  const find = rowFinder(rows, widths, index.length > 0 ? index : [0, size]);
  return { trailer, find: neverAsking(find) };
}

const neverAsking = <A, B>(find: (value: A) => B) =>
  // biome-ignore lint/correctness/useYield: a parse that needs no bytes
  function* (value: A): Parse<B> {
    return find(value);
  };

/** Widest field of a row that is a number we can count with. */
const MAX_FIELD_BYTES = 6;

/** ISO 32000-2, 7.5.8.3: type (1 where it has no width), then offset or stream, then generation or index. */
function rowFinder(rows: Uint8Array, widths: readonly number[], index: readonly number[]) {
  const [a = 0, b = 0, c = 0] = widths;
  const width = a + b + c;
  if (width === 0 || Math.max(a, b, c) > MAX_FIELD_BYTES)
    throw new ByteFault('malformed', 'PDF cross-reference rows of no usable width');
  return (number: number): PdfEntry | undefined => {
    const row = rowOf(number, index);
    const at = (row ?? 0) * width;
    if (row === undefined || at + width > rows.length) return undefined;
    const type = a === 0 ? 1 : bigEndian(rows, at, a);
    const second = bigEndian(rows, at + a, b);
    if (type === 1) return { offset: second };
    return type === 2 ? { stream: second, index: bigEndian(rows, at + a + b, c) } : 'free';
  };
}

function rowOf(number: number, index: readonly number[]): number | undefined {
  let before = 0;
  for (let at = 0; at + 1 < index.length; at += 2) {
    const first = index[at] ?? 0;
    const count = index[at + 1] ?? 0;
    if (number >= first && number < first + count) return before + number - first;
    before += count;
  }
  return undefined;
}

const bigEndian = (bytes: Uint8Array, at: number, length: number): number =>
  bytes.subarray(at, at + length).reduce((value, byte) => value * 256 + byte, 0);
