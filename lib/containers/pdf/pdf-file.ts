import { ByteFault } from '../../bytes/fault';
import { MAX_PDF_DECODED_BYTES, MAX_PDF_OBJECTS } from '../../bytes/limits';
import { type Parse, read } from '../../bytes/parse';
import type { Span } from '../container';
import { type PdfSection, readSections } from './cross-reference';
import { PdfLexer } from './lexer';
import { type PdfObject, readObjectAt } from './object';
import { decodeStream, requireReadable } from './stream';
import { asCount, asDict, asRef, type PdfDict, type PdfValue, readPdfValue } from './value';

/** A decoded object stream: where the objects in it begin. */
type ObjectStream = {
  readonly bytes: Uint8Array;
  readonly starts: readonly number[];
  readonly offset: number;
};

/** References that lead to references followed at most. */
const MAX_HOPS = 8;

/** The objects of one PDF, by number. Bounded by the number of look-ups and the bytes decoded. */
export class PdfFile {
  private lookups = 0;
  private decoded = 0;
  private readonly streams = new Map<number, ObjectStream>();

  private constructor(private readonly sections: readonly PdfSection[]) {}

  /** Opens the file by its cross-references. @throws ByteFault as `readSections` does */
  static *open(size: number): Parse<PdfFile> {
    return new PdfFile(yield* readSections(size));
  }

  /** What the newest trailer that speaks of it says under a name. */
  trailer(name: string): PdfValue {
    for (const { trailer } of this.sections) if (trailer.entries.has(name)) return trailer.entries.get(name);
    return undefined;
  }

  /** The value itself, or of the object it refers to. */
  *resolve(value: PdfValue): Parse<PdfValue> {
    return (yield* this.follow(value)).value;
  }

  /** The dictionary under a name of another one, through references. */
  *dictAt(dict: PdfDict | undefined, name: string): Parse<PdfDict | undefined> {
    return asDict(yield* this.resolve(dict?.entries.get(name)));
  }

  /** The object a value refers to, with its place; the value itself where it is no reference. */
  *follow(value: PdfValue): Parse<Omit<PdfObject, 'number' | 'offset'> & Partial<PdfObject>> {
    let object: Omit<PdfObject, 'number' | 'offset'> & Partial<PdfObject> = { value };
    for (let hops = 0; hops < MAX_HOPS; hops++) {
      const ref = asRef(object.value);
      if (ref === undefined) return object;
      object = yield* this.object(ref.number);
    }
    throw new ByteFault('malformed', 'PDF references in a circle');
  }

  /** Where the bytes of a stream lie. @throws ByteFault `over-budget` for more than is read of one */
  *streamSpan({ value, streamAt }: Pick<PdfObject, 'value' | 'streamAt'>): Parse<Span | undefined> {
    const dict = asDict(value);
    if (dict === undefined || streamAt === undefined) return undefined;
    const length = asCount(yield* this.resolve(dict.entries.get('Length')));
    if (length === undefined) throw new ByteFault('malformed', 'a PDF stream without a length');
    requireReadable(length);
    return { offset: streamAt, length };
  }

  /** The bytes of a stream behind its filters. */
  *decode(dict: PdfDict, { offset, length }: Span): Parse<Uint8Array> {
    const bytes = decodeStream(dict, (yield* read(offset, length, 'PDF stream')).bytes);
    this.decoded += bytes.length;
    if (this.decoded > MAX_PDF_DECODED_BYTES)
      throw new ByteFault('over-budget', `PDF streams of more than ${MAX_PDF_DECODED_BYTES} bytes`);
    return bytes;
  }

  private *object(number: number): Parse<Pick<PdfObject, 'value'> & Partial<PdfObject>> {
    this.lookups += 1;
    if (this.lookups > MAX_PDF_OBJECTS)
      throw new ByteFault('over-budget', `more than ${MAX_PDF_OBJECTS} PDF objects looked up`);
    for (const section of this.sections) {
      const entry = yield* section.find(number);
      if (entry === undefined) continue;
      // ISO 32000-2, 7.3.10: a reference to a free object is one to null
      if (entry === 'free') return { value: undefined };
      if ('stream' in entry) return yield* this.compressed(number, entry.stream, entry.index);
      const object = yield* readObjectAt(entry.offset);
      if (object.number === number) return object;
      throw new ByteFault('malformed', `PDF object ${object.number} where ${number} should be`);
    }
    return { value: undefined };
  }

  private *compressed(number: number, stream: number, index: number): Parse<PdfObject> {
    const { bytes, starts, offset } = yield* this.objectStream(stream);
    const start = starts[index];
    if (start === undefined || start >= bytes.length)
      throw new ByteFault('malformed', `no PDF object ${index} in stream ${stream}`);
    return { number, value: readPdfValue(new PdfLexer(bytes, start)), offset };
  }

  /** ISO 32000-2, 7.5.7: pairs of object number and offset, then the objects from `First` on. */
  private *objectStream(number: number): Parse<ObjectStream> {
    const known = this.streams.get(number);
    if (known !== undefined) return known;
    const object = yield* this.streamObject(number);
    const dict = asDict(object.value);
    const span = yield* this.streamSpan(object);
    if (dict === undefined || span === undefined)
      throw new ByteFault('malformed', `PDF object ${number} is no stream`);
    const bytes = yield* this.decode(dict, span);
    const stream = { bytes, starts: startsOf(dict, bytes), offset: object.offset };
    this.streams.set(number, stream);
    return stream;
  }

  /** An object stream stands in the file itself, never in another one. */
  private *streamObject(number: number): Parse<PdfObject> {
    for (const section of this.sections) {
      const entry = yield* section.find(number);
      if (entry === undefined) continue;
      if (entry !== 'free' && 'offset' in entry) return yield* readObjectAt(entry.offset);
      break;
    }
    throw new ByteFault('malformed', `PDF object stream ${number} is not there`);
  }
}

function startsOf(dict: PdfDict, bytes: Uint8Array): number[] {
  const first = asCount(dict.entries.get('First')) ?? 0;
  const lexer = new PdfLexer(bytes.subarray(0, first));
  const numbers: number[] = [];
  for (let token = lexer.tryNext(); token?.kind === 'word'; token = lexer.tryNext())
    numbers.push(Number(token.word));
  return numbers.filter((_, at) => at % 2 === 1).map((start) => first + start);
}
