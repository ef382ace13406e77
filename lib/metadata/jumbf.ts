import { Cursor } from '../bytes/cursor';
import { ByteFault } from '../bytes/fault';
import { MAX_JUMBF_BOXES, MAX_JUMBF_CHILDREN, MAX_JUMBF_LABEL_BYTES } from '../bytes/limits';
import type { Parse } from '../bytes/parse';
import { absoluteOffset, joinSpans, readJoined, type SpanView } from '../bytes/span-view';

/** LBox and TBox (ISO/IEC 19566-5 §A.3, as in ISO BMFF). */
const BOX_HEADER_BYTES = 8;
/** LBox, TBox and XLBox. */
const LONG_BOX_HEADER_BYTES = 16;
/** LBox value: the size is in XLBox. */
const SIZE_IN_XLBOX = 1;
/** LBox value: the box runs to the end of what holds it. */
const SIZE_TO_END = 0;
/** Type UUID and toggles of a description box. */
const DESCRIPTION_FIXED_BYTES = 17;
/** Toggle bit: a label is there (ISO/IEC 19566-5 §A.4). */
const TOGGLE_LABEL = 0x02;
/** All types of C2PA and JUMBF: four characters followed by this (ISO/IEC 19566-5 §B). */
const ISO_UUID_TAIL = '\x00\x11\x00\x10\x80\x00\x00\xaa\x00\x38\x9b\x71';

/** Where one box lies. Positions are logical in the joined spans. */
export type JumbfBox = {
  /** Four-character code. */
  readonly type: string;
  readonly start: number;
  /** First byte of the payload. */
  readonly content: number;
  /** First byte behind the box. */
  readonly end: number;
  /** The box says it is longer than what holds it; `end` is clamped. Only a root box may be so. */
  readonly cut: boolean;
};

/** A `jumb` box with its description read. */
export type JumbfSuperbox = JumbfBox & {
  /** Four-character code of the content type (`c2pa`, `c2ma`, `cbor` …), or the 16 bytes as Latin-1. */
  readonly kind: string;
  readonly label: string;
  /** First byte of the first box behind the description. */
  readonly children: number;
};

/** A JUMBF text being read: its bytes' places and how many boxes were looked at so far. */
export type Jumbf = { readonly view: SpanView; boxes: number };

/** Opens the ranges of a file that, joined, are a JUMBF box. Nothing is read yet. */
export function openJumbf(spans: readonly { readonly offset: number; readonly length: number }[]): Jumbf {
  return { view: joinSpans(spans), boxes: 0 };
}

/** Absolute file offset of a box. */
export function boxOffset(jumbf: Jumbf, box: JumbfBox): number {
  return absoluteOffset(jumbf.view, box.start);
}

/** The outermost box. One that is longer than the spans is clamped and marked `cut`. */
export function* readRootBox(jumbf: Jumbf): Parse<JumbfBox> {
  return yield* readHeader(jumbf, 0, jumbf.view.length);
}

/**
 * The header of the box at `at`, inside something that ends at `end`.
 *
 * @throws ByteFault `malformed` when the box is longer than what holds it or shorter than its header,
 *   `over-budget` beyond {@link MAX_JUMBF_BOXES}
 */
export function* readBox(jumbf: Jumbf, at: number, end: number): Parse<JumbfBox> {
  const box = yield* readHeader(jumbf, at, end);
  if (box.cut)
    throw new ByteFault('malformed', `JUMBF box ${box.type} at ${boxOffset(jumbf, box)} is too long`);
  return box;
}

/** All boxes behind the description of a superbox, headers only: no payload is read. */
export function* readChildren(jumbf: Jumbf, parent: JumbfSuperbox): Parse<readonly JumbfBox[]> {
  const boxes: JumbfBox[] = [];
  for (let at = parent.children; at < parent.end; ) {
    if (boxes.length >= MAX_JUMBF_CHILDREN)
      throw new ByteFault('over-budget', `more than ${MAX_JUMBF_CHILDREN} boxes in ${parent.kind}`);
    const box = yield* readBox(jumbf, at, parent.end);
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/**
 * Reads the description of a superbox: content type and label.
 *
 * @throws ByteFault `malformed` when `box` is no superbox or its label does not end
 */
export function* readSuperbox(jumbf: Jumbf, box: JumbfBox): Parse<JumbfSuperbox> {
  if (box.type !== 'jumb')
    throw new ByteFault('malformed', `${printable(box.type)} where a JUMBF superbox belongs`);
  const description = yield* readBox(jumbf, box.content, box.end);
  if (description.type !== 'jumd') throw new ByteFault('malformed', 'JUMBF superbox without description');
  const length = description.end - description.content;
  const head = Math.min(length, DESCRIPTION_FIXED_BYTES + MAX_JUMBF_LABEL_BYTES);
  const bytes = yield* readJoined(jumbf.view, description.content, head, 'JUMBF description');
  const cursor = new Cursor(bytes, absoluteOffset(jumbf.view, description.content));
  const kind = contentType(cursor.latin1(16));
  const label = (cursor.u8() & TOGGLE_LABEL) === 0 ? '' : readLabel(cursor);
  return { ...box, kind, label, children: description.end };
}

/**
 * The payload of a box.
 *
 * @throws ByteFault `over-budget` when it is longer than `most` bytes
 */
export function* readPayload(jumbf: Jumbf, box: JumbfBox, most: number, what: string): Parse<Uint8Array> {
  const length = box.end - box.content;
  if (length > most) throw new ByteFault('over-budget', `${what}: ${length} bytes, limit ${most}`);
  return yield* readJoined(jumbf.view, box.content, length, what);
}

function* readHeader(jumbf: Jumbf, at: number, end: number): Parse<JumbfBox> {
  jumbf.boxes += 1;
  if (jumbf.boxes > MAX_JUMBF_BOXES)
    throw new ByteFault('over-budget', `more than ${MAX_JUMBF_BOXES} JUMBF boxes`);
  const cursor = yield* readFixed(jumbf, at, end, BOX_HEADER_BYTES);
  const declared = cursor.u32be();
  const type = cursor.latin1(4);
  if (declared === SIZE_TO_END) return { type, start: at, content: at + BOX_HEADER_BYTES, end, cut: false };
  if (declared !== SIZE_IN_XLBOX) return placeBox(jumbf, type, at, end, declared, BOX_HEADER_BYTES);
  const long = yield* readFixed(jumbf, at + BOX_HEADER_BYTES, end, LONG_BOX_HEADER_BYTES - BOX_HEADER_BYTES);
  return placeBox(jumbf, type, at, end, long.u64be(), LONG_BOX_HEADER_BYTES);
}

function placeBox(
  jumbf: Jumbf,
  type: string,
  start: number,
  end: number,
  length: number,
  headerBytes: number,
): JumbfBox {
  if (length < headerBytes)
    throw new ByteFault('malformed', `JUMBF box of ${length} bytes at ${absoluteOffset(jumbf.view, start)}`);
  const cut = length > end - start;
  return { type, start, content: start + headerBytes, end: cut ? end : start + length, cut };
}

function* readFixed(jumbf: Jumbf, at: number, end: number, length: number): Parse<Cursor> {
  const offset = absoluteOffset(jumbf.view, at);
  if (length > end - at) throw new ByteFault('malformed', `no room for a JUMBF box header at ${offset}`);
  return new Cursor(yield* readJoined(jumbf.view, at, length, 'JUMBF box header'), offset);
}

function contentType(uuid: string): string {
  return uuid.slice(4) === ISO_UUID_TAIL ? uuid.slice(0, 4) : uuid;
}

/** A null-terminated UTF-8 label (ISO/IEC 19566-5 §A.4). */
function readLabel(cursor: Cursor): string {
  const rest = cursor.slice(cursor.left);
  const end = rest.indexOf(0);
  if (end < 0) throw new ByteFault('malformed', 'JUMBF label without end');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(rest.subarray(0, end));
}

function printable(type: string): string {
  return JSON.stringify(type);
}
