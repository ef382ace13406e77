import { decodeText, decodeUtf8OrLatin1 } from '../../bytes/decode-text';
import { ByteFault } from '../../bytes/fault';
import { type Parse, readUpTo } from '../../bytes/parse';
import { boundedEmit, type Emit } from '../blocks';
import type { Block, BlockKind, ContainerFormat, Span } from '../container';
import { findManifests } from '../pdf/embedded-manifests';
import type { PdfObject } from '../pdf/object';
import { PdfFile } from '../pdf/pdf-file';
import { isPlainStream } from '../pdf/stream';
import { asDict, asString } from '../pdf/value';
import { SNIFF_BYTES } from '../sniff';
import { contained, emitRange, type WalkContext } from '../walk-context';

/** The key of the Info dictionary that holds the label (TC260-PG-20258A). */
const LABEL_KEY = /^aigc$/i;

/**
 * PDF (ISO 32000): the label in the Info dictionary, the XMP packet of the catalog, embedded C2PA manifest stores.
 * Only the objects on the way to them are read, from the cross-references at the end on. Encrypted files are
 * `unsupported`; files whose cross-references are broken are not searched.
 */
const pdf: ContainerFormat<'pdf'> = {
  id: 'pdf',
  name: 'PDF',
  sniff: (head) => markAt(head) !== undefined,
  *walk(emit, size): Parse<void> {
    if (size === undefined) throw new ByteFault('unsupported', 'a PDF whose size is not known');
    const { bytes } = yield* readUpTo(0, SNIFF_BYTES, 'PDF header');
    const before = markAt(bytes) ?? 0;
    if (before === 0) return yield* walkPdf(emit, size);
    const moved: Emit = (block) => emit({ ...block, spans: movedSpans(block.spans, before) });
    yield* behind(walkPdf(moved, size - before), before);
  },
};
export default pdf;

/** Bytes that writers put before the file: a byte-order mark, white space. Offsets count from behind them then. */
const BEFORE = /^(?:\xef\xbb\xbf)?\s{0,16}(?=%PDF-)/;

const markAt = (head: Uint8Array): number | undefined =>
  BEFORE.exec(String.fromCharCode(...head))?.[0].length;

const movedSpans = ([first, ...rest]: Block['spans'], by: number): Block['spans'] => {
  const moved = ({ offset, length }: Span): Span => ({ offset: offset + by, length });
  return [moved(first), ...rest.map(moved)];
};

/** The same parse of a file that begins `by` bytes into this one. */
function* behind<T>(parse: Parse<T>, by: number): Parse<T> {
  let step = parse.next();
  while (!step.done) step = parse.next(yield { ...step.value, offset: step.value.offset + by });
  return step.value;
}

function* walkPdf(emit: Emit, size: number): Parse<void> {
  const file = yield* PdfFile.open(size);
  if (file.trailer('Encrypt') !== undefined) throw new ByteFault('unsupported', 'an encrypted PDF');
  const context: WalkContext = { name: 'PDF', size, emit: boundedEmit(emit) };
  yield* contained(context, walkInfo(context, file));
  yield* contained(context, walkCatalog(context, file));
  if (context.fault !== undefined) throw context.fault;
}

function* walkInfo({ emit }: WalkContext, file: PdfFile): Parse<void> {
  const { value, offset } = yield* file.follow(file.trailer('Info'));
  for (const [key, entry] of asDict(value)?.entries ?? []) {
    if (!LABEL_KEY.test(key)) continue;
    const text = asString(yield* file.resolve(entry));
    if (text === undefined || text.length === 0) continue;
    emit({
      kind: 'document-property',
      path: ['PDF', 'Info', key],
      key,
      spans: [{ offset: offset ?? 0, length: text.length }],
      content: new TextEncoder().encode(decodeTextString(text)),
    });
  }
}

/** ISO 32000-2, 7.9.2.2: UTF-16BE or UTF-8 by its mark; PDFDocEncoding is close to Latin-1, and some write UTF-8. */
function decodeTextString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeText(bytes, 'utf-16be');
  // no form of the standard, but written
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeText(bytes, 'utf-16le');
  return decodeUtf8OrLatin1(bytes);
}

function* walkCatalog(context: WalkContext, file: PdfFile): Parse<void> {
  const catalog = asDict(yield* file.resolve(file.trailer('Root')));
  if (catalog === undefined) throw new ByteFault('malformed', 'a PDF without a catalog');
  yield* contained(context, walkMetadata(context, file, catalog.entries.get('Metadata')));
  for (const manifest of yield* findManifests(file, catalog))
    yield* contained(context, emitStream(context, file, manifest, 'jumbf', ['PDF', 'embedded file', 'C2PA']));
}

function* walkMetadata(
  context: WalkContext,
  file: PdfFile,
  metadata: Parameters<PdfFile['follow']>[0],
): Parse<void> {
  yield* emitStream(context, file, yield* file.follow(metadata), 'xmp', ['PDF', 'Metadata', 'XMP']);
}

function* emitStream(
  context: WalkContext,
  file: PdfFile,
  { value, streamAt }: Partial<PdfObject>,
  kind: BlockKind,
  path: readonly string[],
): Parse<void> {
  const dict = asDict(value);
  if (dict === undefined || streamAt === undefined) return;
  const span = yield* file.streamSpan({ value, streamAt });
  if (span === undefined || span.length === 0) return;
  if (isPlainStream(dict)) return emitRange(context, span.offset, span.offset + span.length, { kind, path });
  context.emit({ kind, path, spans: [span], content: yield* file.decode(dict, span) });
}
