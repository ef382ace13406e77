import { ByteFault } from '../../bytes/fault';
import { MAX_BLOCK_BYTES, MAX_DOCUMENT_XML_BYTES, MAX_ZIP_PARTS } from '../../bytes/limits';
import type { Parse } from '../../bytes/parse';
import { boundedEmit } from '../blocks';
import type { Block, ContainerFormat } from '../container';
import type { WalkContext } from '../walk-context';
import { readDirectory, type ZipEntry } from '../zip/central-directory';
import { findDirectory } from '../zip/end-record';
import { readEntryContent } from '../zip/entry-content';

/** APPNOTE.TXT 4.3.7: the first local header; an empty archive is no document. */
const MARK = 'PK\x03\x04';

/**
 * Parts by which a ZIP file is told to be a document, in lower case: Open Packaging Conventions (ECMA-376-2, 7.2.3:
 * OOXML, OpenXPS), ODF 1.3 part 2, 3.3 and EPUB OCF 3.3, 4.2.
 */
const DOCUMENT_PARTS = ['[content_types].xml', 'mimetype', 'meta-inf/container.xml'];

type Part = Pick<Block, 'kind' | 'path' | 'key'>;

const xml = (name: string, key: string): Part => ({
  kind: 'document-xml',
  path: ['ZIP', name],
  key,
});

/** What is read, by the name of the entry in lower case: OPC compares names so (ECMA-376-2, 6.2.2.3). */
const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['docprops/custom.xml', xml('docProps/custom.xml', 'ooxml-custom')],
  ['meta.xml', xml('meta.xml', 'odf-meta')],
  [
    'meta-inf/content_credential.c2pa',
    { kind: 'jumbf', path: ['ZIP', 'META-INF/content_credential.c2pa', 'C2PA'] },
  ],
]);
/** The package document of an EPUB may have any name and folder (EPUB 3.3, 5.3); this is what it ends in. */
const PACKAGE_NAME = '.opf';
const PACKAGE = xml('package document', 'opf');

/**
 * Documents that are ZIP files: OOXML (DOCX, PPTX, XLSX), ODF, EPUB, OpenXPS. The parts that may hold a label
 * (TC260-PG-20258A, 6.1) and the C2PA manifest store (C2PA 2.5 Annex A) are read, from the directory at the end on;
 * an archive of anything else is `unsupported`.
 */
const zip: ContainerFormat<'zip'> = {
  id: 'zip',
  name: 'ZIP',
  sniff: (head) => String.fromCharCode(...head.subarray(0, MARK.length)) === MARK,
  *walk(emit, size): Parse<void> {
    if (size === undefined) throw new ByteFault('unsupported', 'a ZIP file whose size is not known');
    const context: WalkContext = { name: 'ZIP', size, emit: boundedEmit(emit) };
    const directory = yield* findDirectory(size);
    const listing: Listing = { isDocument: false, entries: [] };
    yield* spared(
      context,
      readDirectory(directory, (entry) => list(listing, entry)),
    );
    if (!listing.isDocument && context.fault === undefined)
      throw new ByteFault('unsupported', 'a ZIP file that is no document');
    yield* readParts(context, listing.entries, size);
    if (context.fault !== undefined) throw context.fault;
  },
};
export default zip;

type Listing = { isDocument: boolean; readonly entries: { readonly entry: ZipEntry; readonly part: Part }[] };

function list(listing: Listing, entry: ZipEntry): void {
  const name = entry.name.toLowerCase();
  const part = PARTS.get(name) ?? (name.endsWith(PACKAGE_NAME) ? PACKAGE : undefined);
  listing.isDocument ||= DOCUMENT_PARTS.includes(name) || part?.kind === 'jumbf';
  if (part !== undefined && listing.entries.length < MAX_ZIP_PARTS) listing.entries.push({ entry, part });
}

/** A directory too long to be read whole, or a part too large, leaves the rest of the document readable. */
function* spared(context: WalkContext, part: Parse<void>): Parse<void> {
  try {
    yield* part;
  } catch (error) {
    if (!(error instanceof ByteFault)) throw error;
    context.fault ??= error;
  }
}

function* readParts(context: WalkContext, entries: Listing['entries'], size: number): Parse<void> {
  const budget: Budget = { left: MAX_DOCUMENT_XML_BYTES };
  const inOrder = entries.toSorted((a, b) => a.entry.offset - b.entry.offset);
  for (const { entry, part } of inOrder) yield* spared(context, readPart(context, entry, part, size, budget));
}

/** Bytes of XML that may still be read, of all parts together. */
type Budget = { left: number };

function* readPart(
  context: WalkContext,
  entry: ZipEntry,
  part: Part,
  size: number,
  budget: Budget,
): Parse<void> {
  const maxBytes = part.kind === 'jumbf' ? MAX_BLOCK_BYTES : budget.left;
  const { span, content } = yield* readEntryContent(entry, size, maxBytes);
  if (part.kind !== 'jumbf') budget.left -= content?.length ?? span.length;
  if (span.length > 0) context.emit({ ...part, spans: [span], ...(content && { content }) });
}
