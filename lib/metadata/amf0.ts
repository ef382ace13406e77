import { Cursor } from '../bytes/cursor';
import { decodeUtf8OrLatin1, withoutTrailingNuls } from '../bytes/decode-text';
import { ByteFault } from '../bytes/fault';
import { MAX_AMF_TEXTS, MAX_AMF_VALUES, MAX_DEPTH } from '../bytes/limits';
import { type MetadataFault, metadataFault } from './block-fault';

/** Type markers (AMF 0 specification, 2.1). */
const MARKER = {
  string: 2,
  object: 3,
  ecmaArray: 8,
  objectEnd: 9,
  strictArray: 10,
  longString: 12,
  xml: 15,
  typedObject: 16,
} as const;
/** Bytes of the values that hold no text: number, boolean, null, undefined, reference, date, unsupported. */
const FIXED_BYTES: ReadonlyMap<number, number> = new Map([
  [0, 8],
  [1, 1],
  [5, 0],
  [6, 0],
  [7, 2],
  [11, 10],
  [13, 0],
]);

/** A text property; names of nested ones are joined by dots. `at` is the position of the text in the script. */
export type AmfText = { readonly name: string; readonly value: string; readonly at: number };

/** What a script tag says: its name, the text properties of its value, and what ended the reading. */
export type AmfScript = {
  readonly name: string;
  readonly texts: readonly AmfText[];
  readonly fault: MetadataFault | undefined;
};

/**
 * Reads the data of an FLV script tag: a name and a value in AMF 0 (FLV specification, E.4.4). Of the value only
 * texts are kept. Names and nesting are hostile: nothing from them becomes a key.
 */
export function readAmfScript(bytes: Uint8Array): AmfScript {
  const reader = new AmfReader(bytes);
  let fault: MetadataFault | undefined;
  try {
    reader.script();
  } catch (error) {
    fault = metadataFault(error);
  }
  return { name: reader.name, texts: reader.texts, fault };
}

class AmfReader {
  name = '';
  readonly texts: AmfText[] = [];
  private readonly cursor: Cursor;
  private values = 0;

  constructor(bytes: Uint8Array) {
    this.cursor = new Cursor(bytes);
  }

  script(): void {
    if (this.cursor.u8() !== MARKER.string) throw new ByteFault('malformed', 'AMF script without a name');
    this.name = this.text(this.cursor.u16be());
    this.value('', 0);
  }

  private value(name: string, depth: number): void {
    if (depth > MAX_DEPTH) throw new ByteFault('over-budget', `AMF values nested deeper than ${MAX_DEPTH}`);
    if (++this.values > MAX_AMF_VALUES)
      throw new ByteFault('over-budget', `more than ${MAX_AMF_VALUES} AMF values`);
    const marker = this.cursor.u8();
    const fixed = FIXED_BYTES.get(marker);
    if (fixed !== undefined) this.cursor.skip(fixed);
    else if (marker === MARKER.string) this.keep(name, this.cursor.u16be());
    else if (marker === MARKER.longString || marker === MARKER.xml) this.keep(name, this.cursor.u32be());
    else this.nested(marker, name, depth);
  }

  private nested(marker: number, name: string, depth: number): void {
    if (marker === MARKER.strictArray) {
      for (let left = this.cursor.u32be(); left > 0; left--) this.value(name, depth + 1);
      return;
    }
    // the count of an ECMA array is a hint only (2.10)
    if (marker === MARKER.ecmaArray) this.cursor.skip(4);
    else if (marker === MARKER.typedObject) this.cursor.skip(this.cursor.u16be());
    else if (marker !== MARKER.object) throw new ByteFault('malformed', `AMF value of type ${marker}`);
    this.members(name, depth);
  }

  /** Members up to the object end: an empty name and its marker (2.11). */
  private members(parent: string, depth: number): void {
    while (this.cursor.left > 0) {
      const name = this.text(this.cursor.u16be());
      if (name === '' && this.cursor.bytes[this.cursor.offset] === MARKER.objectEnd) {
        this.cursor.skip(1);
        return;
      }
      this.value(parent === '' ? name : `${parent}.${name}`, depth + 1);
    }
  }

  private keep(name: string, length: number): void {
    const at = this.cursor.offset;
    const value = withoutTrailingNuls(this.text(length));
    if (value === '') return;
    if (this.texts.length >= MAX_AMF_TEXTS)
      throw new ByteFault('over-budget', `more than ${MAX_AMF_TEXTS} texts in one AMF script`);
    this.texts.push({ name, value, at });
  }

  private text(length: number): string {
    return decodeUtf8OrLatin1(this.cursor.slice(length));
  }
}
