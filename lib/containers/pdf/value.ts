import { ByteFault } from '../../bytes/fault';
import { MAX_DEPTH, MAX_PDF_VALUES } from '../../bytes/limits';
import type { PdfLexer } from './lexer';

/** A reference to an indirect object (ISO 32000-2, 7.3.10). */
export type PdfRef = { readonly kind: 'ref'; readonly number: number };

/** A PDF value (ISO 32000-2, 7.3); what says nothing to us (booleans, null, keywords) is `undefined`. */
export type PdfValue =
  | undefined
  | number
  | PdfRef
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: Uint8Array }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDict;

/** A dictionary; keys from the file stay in a Map. */
export type PdfDict = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> };

/** Most digits of a number that is an object's or a place's. */
const WHOLE = /^[+-]?\d{1,15}$/;
const NUMBER = /^[+-]?(?:\d{1,15}\.?\d{0,15}|\.\d{1,15})$/;

/**
 * Reads one value at the lexer's place.
 *
 * @throws ByteFault `truncated` where the bytes end inside it, `malformed`, `over-budget` beyond MAX_DEPTH and
 *   MAX_PDF_VALUES
 */
export function readPdfValue(lexer: PdfLexer, depth = 0): PdfValue {
  lexer.values += 1;
  if (depth > MAX_DEPTH) throw new ByteFault('over-budget', `PDF values nested deeper than ${MAX_DEPTH}`);
  if (lexer.values > MAX_PDF_VALUES)
    throw new ByteFault('over-budget', `a PDF object of more than ${MAX_PDF_VALUES} values`);
  const token = lexer.next();
  if (token.kind === 'name' || token.kind === 'string') return token;
  if (token.kind === 'word') return NUMBER.test(token.word) ? readNumber(lexer, token.word) : undefined;
  if (token.kind === '<<') return readDict(lexer, depth);
  if (token.kind === '[') return readArray(lexer, depth);
  throw new ByteFault('malformed', `no PDF value: ${token.kind}`);
}

/** A number, or the reference that it begins. */
function readNumber(lexer: PdfLexer, word: string): number | PdfRef {
  const after = lexer.at;
  if (!/^\d{1,15}$/.test(word)) return Number(word);
  const generation = lexer.tryNext();
  const isWhole = generation?.kind === 'word' && WHOLE.test(generation.word);
  const mark = isWhole ? lexer.tryNext() : undefined;
  if (mark?.kind === 'word' && mark.word === 'R') return { kind: 'ref', number: Number(word) };
  lexer.at = after;
  return Number(word);
}

function readArray(lexer: PdfLexer, depth: number): PdfValue {
  const items: PdfValue[] = [];
  while (!lexer.skipIf(']')) items.push(readPdfValue(lexer, depth + 1));
  return { kind: 'array', items };
}

function readDict(lexer: PdfLexer, depth: number): PdfDict {
  const entries = new Map<string, PdfValue>();
  while (!lexer.skipIf('>>')) {
    const key = lexer.next();
    if (key.kind !== 'name') throw new ByteFault('malformed', 'a PDF dictionary key that is no name');
    entries.set(key.name, readPdfValue(lexer, depth + 1));
  }
  return { kind: 'dict', entries };
}

const isKind = <K extends string>(value: PdfValue, kind: K): value is Extract<PdfValue, { kind: K }> =>
  typeof value === 'object' && value.kind === kind;

export const asDict = (value: PdfValue): PdfDict | undefined => (isKind(value, 'dict') ? value : undefined);
export const asRef = (value: PdfValue): PdfRef | undefined => (isKind(value, 'ref') ? value : undefined);
export const asName = (value: PdfValue): string | undefined =>
  isKind(value, 'name') ? value.name : undefined;
export const asString = (value: PdfValue): Uint8Array | undefined =>
  isKind(value, 'string') ? value.bytes : undefined;
export const asItems = (value: PdfValue): readonly PdfValue[] | undefined =>
  isKind(value, 'array') ? value.items : undefined;

/** A whole number that can be a count or a place. */
export const asCount = (value: PdfValue): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
