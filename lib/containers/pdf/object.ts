import { ByteFault } from '../../bytes/fault';
import { MAX_PDF_OBJECT_BYTES } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import { PdfLexer } from './lexer';
import { type PdfValue, readPdfValue } from './value';

/** An indirect object: its number, its value, and where its stream's bytes begin, if it has one. */
export type PdfObject = {
  readonly number: number;
  readonly value: PdfValue;
  /** Absolute offset of the object; for one in an object stream, of that stream's object. */
  readonly offset: number;
  readonly streamAt?: number;
};

/** How much is read of an object, step by step: most are below the first. */
const WINDOWS = [2048, 64 * 1024, MAX_PDF_OBJECT_BYTES];

/** Bytes behind a value by which it is known to be whole: white space, `endobj` or `stream`, its line end. */
const CLOSING_BYTES = 16;

/**
 * Reads the indirect object at an offset (ISO 32000-2, 7.3.10), not its stream.
 *
 * @throws ByteFault `over-budget` beyond MAX_PDF_OBJECT_BYTES, `truncated`, `malformed`
 */
export function* readObjectAt(offset: number): Parse<PdfObject> {
  for (const length of WINDOWS) {
    const { bytes } = yield* readUpTo(offset, length, 'PDF object');
    const object = parseObject(bytes, offset, bytes.length < length);
    if (object !== undefined) return object;
  }
  throw new ByteFault(
    'over-budget',
    `the PDF object at ${offset} is larger than ${MAX_PDF_OBJECT_BYTES} bytes`,
  );
}

/** @returns `undefined` where the window ends too early to know */
function parseObject(bytes: Uint8Array, offset: number, isLast: boolean): PdfObject | undefined {
  const lexer = new PdfLexer(bytes);
  try {
    const number = readHeader(lexer, offset);
    const value = readPdfValue(lexer);
    lexer.skipSpace();
    if (!isLast && lexer.at + CLOSING_BYTES > bytes.length) return undefined;
    const streamAt = streamStart(lexer, offset);
    return streamAt === undefined ? { number, value, offset } : { number, value, offset, streamAt };
  } catch (error) {
    if (!isLast && error instanceof ByteFault && error.kind === 'truncated') return undefined;
    throw error;
  }
}

function readHeader(lexer: PdfLexer, offset: number): number {
  const words = [lexer.next(), lexer.next(), lexer.next()].map((token) =>
    token.kind === 'word' ? token.word : '',
  );
  const [number = '', generation = '', mark] = words;
  if (mark !== 'obj' || !/^\d{1,10}$/.test(number) || !/^\d{1,5}$/.test(generation))
    throw new ByteFault('malformed', `no PDF object at ${offset}`);
  return Number(number);
}

/** ISO 32000-2, 7.3.8: the keyword, then CR LF or LF; a CR alone is written by some. */
function streamStart(lexer: PdfLexer, offset: number): number | undefined {
  const word = lexer.tryNext();
  if (word?.kind !== 'word' || word.word !== 'stream') return undefined;
  if (lexer.bytes[lexer.at] === 0x0d) lexer.at += 1;
  if (lexer.bytes[lexer.at] === 0x0a) lexer.at += 1;
  return offset + lexer.at;
}
