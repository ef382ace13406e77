import { Cursor } from '../bytes/cursor';
import { decodeUtf8OrLatin1, withoutTrailingNuls } from '../bytes/decode-text';
import { ByteFault } from '../bytes/fault';
import { MAX_DEPTH, MAX_EBML_ELEMENTS } from '../bytes/limits';
import { readElementId, readElementSize } from '../bytes/vint';
import { type MetadataFault, metadataFault } from './block-fault';

/** Matroska element ids (RFC 9559, 5.1.8 Tags and 5.1.2 Info). */
const TAG = 0x7373;
const SIMPLE_TAG = 0x67c8;
const TAG_NAME = 0x45a3;
const TAG_STRING = 0x4487;
const INFO_NAMES: ReadonlyMap<number, string> = new Map([
  [0x7ba9, 'Title'],
  [0x4d80, 'MuxingApp'],
  [0x5741, 'WritingApp'],
]);

/** A name and its text; `at` is the position of the text in the bytes read. */
export type EbmlText = { readonly name: string; readonly value: string; readonly at: number };

/** The texts read, in order, and what ended the reading. */
export type EbmlTexts = { readonly texts: readonly EbmlText[]; readonly fault: MetadataFault | undefined };

type Element = { readonly id: number; readonly at: number; readonly bytes: Uint8Array };

/** Reads the content of a Tags element: the name and string of every SimpleTag, also of nested ones. */
export const readEbmlTags = (bytes: Uint8Array): EbmlTexts => collect((texts) => readTags(bytes, texts));

/** Reads the texts of an Info element: title and the applications that wrote the file. */
export const readEbmlInfo = (bytes: Uint8Array): EbmlTexts =>
  collect((texts) => {
    for (const { id, at, bytes: text } of elements(bytes, 0, counter())) {
      const name = INFO_NAMES.get(id);
      if (name !== undefined) texts.push({ name, value: decoded(text), at });
    }
  });

function collect(read: (texts: EbmlText[]) => void): EbmlTexts {
  const texts: EbmlText[] = [];
  const stated = () => texts.filter(({ value }) => value !== '');
  try {
    read(texts);
    return { texts: stated(), fault: undefined };
  } catch (error) {
    return { texts: stated(), fault: metadataFault(error) };
  }
}

function readTags(bytes: Uint8Array, texts: EbmlText[]): void {
  const count = counter();
  for (const tag of elements(bytes, 0, count)) {
    if (tag.id !== TAG) continue;
    for (const child of elements(tag.bytes, tag.at, count))
      if (child.id === SIMPLE_TAG) readSimpleTag(child, texts, count, 1);
  }
}

function readSimpleTag(tag: Element, texts: EbmlText[], count: () => void, depth: number): void {
  if (depth > MAX_DEPTH) throw new ByteFault('over-budget', `tags nested deeper than ${MAX_DEPTH}`);
  let name = '';
  const nested: Element[] = [];
  let text: Element | undefined;
  for (const child of elements(tag.bytes, tag.at, count)) {
    if (child.id === TAG_NAME) name = decoded(child.bytes);
    if (child.id === TAG_STRING) text = child;
    if (child.id === SIMPLE_TAG) nested.push(child);
  }
  if (text !== undefined) texts.push({ name, value: decoded(text.bytes), at: text.at });
  for (const child of nested) readSimpleTag(child, texts, count, depth + 1);
}

/** The elements that follow one another in `bytes`. @throws ByteFault where one does not fit */
function* elements(bytes: Uint8Array, base: number, count: () => void): Generator<Element, void> {
  const cursor = new Cursor(bytes, base);
  while (cursor.left > 0) {
    count();
    const id = readElementId(cursor);
    const size = readElementSize(cursor);
    if (size === undefined || size > cursor.left)
      throw new ByteFault('malformed', `EBML element of ${size ?? 'unknown'} bytes, ${cursor.left} there`);
    yield { id, at: cursor.offset, bytes: cursor.slice(size) };
  }
}

function counter(): () => void {
  let seen = 0;
  return () => {
    if (++seen > MAX_EBML_ELEMENTS)
      throw new ByteFault('over-budget', `more than ${MAX_EBML_ELEMENTS} EBML elements`);
  };
}

/** Strings may be padded with NULs (RFC 8794, 7.4 and 7.5). */
const decoded = (bytes: Uint8Array): string => withoutTrailingNuls(decodeUtf8OrLatin1(bytes));
