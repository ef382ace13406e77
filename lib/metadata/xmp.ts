import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ByteFault } from '../bytes/fault';
import { MAX_DEPTH, MAX_FIELD_CHARS, MAX_XMP_ERRORS, MAX_XMP_PROPERTIES } from '../bytes/limits';
import { type MetadataFault, metadataFault } from './block-fault';
import { ASSUMED_NAMESPACES } from './xmp-names';
import { attributeValues, openFrame, type RdfFrame, type XmpName } from './xmp-rdf';
import { decodeXmpText } from './xmp-text';

/** One value of one property. An array gives one of these per item, in order, under the same name. */
export type XmpProperty = { readonly ns: string; readonly name: string; readonly value: string };

/** What a packet states, in document order; with a fault, what it states before (or in spite of) it. */
export type XmpResult = { readonly properties: readonly XmpProperty[]; readonly fault?: MetadataFault };

/**
 * Errors of a packet that leave its structure clear: reading goes on, the fault is reported. Beginnings of the
 * messages of saxes 6, which carry no codes.
 */
const HARMLESS_ERRORS = ['unbound namespace prefix', 'undefined entity', 'duplicate attribute'];

/** How much of an error's message is kept: it may quote a name from the file. UTF-16 units. */
const MAX_WHY_CHARS = 200;

/** Control characters and non-characters that XML 1.0 §2.2 does not allow; nothing is lost with them. */
const DISALLOWED = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;

/** Where markup begins; an XML declaration is passed over, since the encoding is known by then. */
const MARKUP_START = /<(?!\?xml\s)[?!\p{L}_]/u;
const ELEMENT_START = /<[\p{L}_]/u;

type Reading = {
  readonly properties: XmpProperty[];
  readonly frames: RdfFrame[];
  /** The element around everything has been closed; what follows is none of ours. */
  done: boolean;
  /** Errors passed over so far: each costs far more than ordinary text. */
  errors: number;
  fault?: MetadataFault;
};

/**
 * Reads an XMP packet (XMP Specification Part 1, ISO 16684-1): properties by namespace URI and local name,
 * never by prefix, in attribute and element form, `rdf:resource`, arrays item by item, structures down to their
 * leaves (each under its own name; the structure itself has no value). The five entities of XML and character
 * references are decoded; a document type declaration is refused, so no other entity exists. White space
 * around a value is dropped.
 *
 * Never throws. Packet wrapper, byte-order marks, UTF-16, text before and after the packet and NUL padding are
 * accepted. Bounded by depth, number of properties and errors, and value length (`limits.ts`).
 *
 * @param bytes the packet as embedded, at most MAX_BLOCK_BYTES of it
 */
export function readXmp(bytes: Uint8Array): XmpResult {
  return readXmpText(decodeXmpText(bytes));
}

/** {@link readXmp} for a packet whose text is already decoded, as PNG's iTXt gives it. */
export function readXmpText(text: string): XmpResult {
  const reading: Reading = { properties: [], frames: [], done: false, errors: 0 };
  try {
    parsePacket(text, reading);
  } catch (error) {
    if (!reading.done) reading.fault = metadataFault(error);
  }
  const { properties, fault } = reading;
  return fault === undefined ? { properties } : { properties, fault };
}

/** Thrown to leave the packet once its outermost element is closed; caught by {@link readXmp}. */
const END_OF_PACKET = new ByteFault('malformed', 'end of packet');

function parsePacket(text: string, reading: Reading): void {
  const start = text.search(MARKUP_START);
  if (start < 0) {
    if (text.trim() !== '') throw new ByteFault('malformed', 'no XML in the XMP packet');
    return;
  }
  // `fragment` accepts the text that some writers leave around the packet, and makes any document type
  // declaration an error: no DTD, hence no entity expansion and no external entity
  const parser = new SaxesParser({
    xmlns: true,
    fragment: true,
    position: false,
    additionalNamespaces: ASSUMED_NAMESPACES,
  });
  parser.on('opentag', (tag) => openElement(reading, tag));
  parser.on('text', (chars) => addText(reading, chars));
  parser.on('cdata', (chars) => addText(reading, chars));
  parser.on('closetag', () => closeElement(reading));
  parser.on('error', (error) => noteError(reading, error));
  parser.write(text.slice(start).replaceAll(DISALLOWED, '\uFFFD'));
  // saxes is not closed: whether the outermost element ended is known here, and nothing is pending after it.
  // A wrapper without any element is an empty packet, which some writers leave.
  if (ELEMENT_START.test(text)) throw new ByteFault('truncated', 'the XMP packet is cut off');
}

function openElement(reading: Reading, tag: SaxesTagNS): void {
  const { frames } = reading;
  if (frames.length >= MAX_DEPTH)
    throw new ByteFault('over-budget', `XMP nested deeper than ${MAX_DEPTH} elements`);
  const parent = frames.at(-1);
  if (parent !== undefined) parent.leaf = false;
  const frame = openFrame(parent, tag);
  frames.push(frame);
  for (const { property, value } of attributeValues(frame, tag)) {
    frame.leaf = false;
    addProperty(reading, property, value);
  }
}

function addText(reading: Reading, chars: string): void {
  const frame = reading.frames.at(-1);
  if (frame?.role !== 'property' || frame.text.length >= MAX_FIELD_CHARS) return;
  frame.text += chars.slice(0, MAX_FIELD_CHARS);
}

function closeElement(reading: Reading): void {
  const frame = reading.frames.pop();
  if (frame?.role === 'property' && frame.leaf && frame.owner !== undefined)
    addProperty(reading, frame.owner, frame.text);
  if (reading.frames.length > 0) return;
  reading.done = true;
  throw END_OF_PACKET;
}

function addProperty(reading: Reading, { ns, name }: XmpName, value: string): void {
  if (reading.properties.length >= MAX_XMP_PROPERTIES)
    throw new ByteFault('over-budget', `more than ${MAX_XMP_PROPERTIES} XMP properties`);
  reading.properties.push({ ns, name, value: value.slice(0, MAX_FIELD_CHARS).trim() });
}

function noteError(reading: Reading, error: Error): void {
  const why = error.message.slice(0, MAX_WHY_CHARS);
  const harmless = HARMLESS_ERRORS.some((start) => why.startsWith(start));
  if (!harmless || ++reading.errors > MAX_XMP_ERRORS) throw new ByteFault('malformed', `XMP: ${why}`);
  reading.fault ??= { state: 'malformed', why: `XMP: ${why}` };
}
