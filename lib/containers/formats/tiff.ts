import { ByteFault } from '../../bytes/fault';
import { MAX_TIFF_DIRECTORIES } from '../../bytes/limits';
import type { Parse } from '../../bytes/parse';
import { boundedEmit } from '../blocks';
import type { BlockKind, ContainerFormat } from '../container';
import { readDirectory, type TiffDirectory, type TiffEntry } from '../tiff/directory';
import { isTiffHead, readTiffHeader, type TiffLayout } from '../tiff/layout';
import { contained, containedNow, emitRange, type WalkContext } from '../walk-context';

/** A tag that holds a block of another language, and its name in paths. */
type BlockTag = { readonly kind: BlockKind; readonly name: string };

/** C2PA specification, A.3.5: in the first directory or the last. */
const C2PA_TAG = 0xcd41;
/** XMP Specification Part 3 §1.1.4; IPTC-NAA and Photoshop tags (TIFF/EP; Photoshop TIFF notes). */
const BLOCK_TAGS: ReadonlyMap<number, BlockTag> = new Map<number, BlockTag>([
  [0x02bc, { kind: 'xmp', name: 'XMP' }],
  [0x83bb, { kind: 'iim', name: 'IPTC' }],
  [0x8649, { kind: 'iptc', name: 'Photoshop' }],
  [C2PA_TAG, { kind: 'jumbf', name: 'C2PA' }],
]);

/**
 * Text of the file itself: document name, description, make, model, software, artist, copyright (TIFF 6.0 §8),
 * UserComment (Exif 3.0 §4.6.5), Windows' title and comment.
 */
const TEXT_TAGS = [0x010d, 0x010e, 0x010f, 0x0110, 0x0131, 0x013b, 0x8298, 0x9286, 0x9c9b, 0x9c9c];
/** Text is ASCII, or bytes where it declares its own code. */
const TEXT_TYPES = [1, 2, 7];
/** Exif 3.0 §4.6.3: pointer to the Exif directory. */
const EXIF_POINTER = 0x8769;

/** TIFF 6.0, BigTIFF, and what is built like them (DNG, many raw formats): directories, never pixels. */
const tiff: ContainerFormat = {
  id: 'tiff',
  name: 'TIFF',
  sniff: isTiffHead,
  *walk(emit, size): Parse<void> {
    const { layout, first } = yield* readTiffHeader();
    const context: WalkContext = { name: 'TIFF', size, emit: boundedEmit(emit) };
    yield* walkChain(context, first, layout);
    if (context.fault) throw context.fault;
  },
};
export default tiff;

/** Visits every directory of the chain: pages, which hold no metadata of the file but the last its C2PA store. */
function* walkChain(context: WalkContext, first: number, layout: TiffLayout): Parse<void> {
  const seen = new Set<number>();
  for (let at = first; at !== 0; ) {
    if (seen.has(at)) throw new ByteFault('malformed', `TIFF directory at ${at} comes twice`);
    if (seen.size >= MAX_TIFF_DIRECTORIES)
      throw new ByteFault('over-budget', `more than ${MAX_TIFF_DIRECTORIES} TIFF directories`);
    seen.add(at);
    const directory = yield* readDirectory(at, layout);
    if (at === first) yield* visitFirst(context, directory, layout);
    else visitPage(context, directory);
    at = directory.next;
  }
  if (seen.size === 0) throw new ByteFault('malformed', 'TIFF file without a directory');
}

function* visitFirst(context: WalkContext, { entries }: TiffDirectory, layout: TiffLayout): Parse<void> {
  for (const entry of entries) containedNow(context, () => visitEntry(context, entry, layout));
  const exif = entries.find(({ tag }) => tag === EXIF_POINTER);
  if (exif !== undefined) yield* contained(context, visitExif(context, exif.pointer, layout));
}

function* visitExif(context: WalkContext, at: number, layout: TiffLayout): Parse<void> {
  const { entries } = yield* readDirectory(at, layout);
  for (const entry of entries) containedNow(context, () => visitText(context, entry, layout));
}

function visitPage(context: WalkContext, { entries }: TiffDirectory): void {
  for (const entry of entries)
    if (entry.tag === C2PA_TAG) containedNow(context, () => visitBlock(context, entry));
}

function visitEntry(context: WalkContext, entry: TiffEntry, layout: TiffLayout): void {
  if (BLOCK_TAGS.has(entry.tag)) visitBlock(context, entry);
  else visitText(context, entry, layout);
}

function visitBlock(context: WalkContext, { tag, value }: TiffEntry): void {
  const row = BLOCK_TAGS.get(tag);
  if (row === undefined) return;
  emitRange(context, value.offset, value.offset + value.length, { kind: row.kind, path: ['TIFF', row.name] });
}

function visitText(context: WalkContext, { tag, type, value }: TiffEntry, layout: TiffLayout): void {
  if (!TEXT_TAGS.includes(tag) || !TEXT_TYPES.includes(type)) return;
  const key = `${layout.littleEndian ? 'II' : 'MM'}:${tag}`;
  emitRange(context, value.offset, value.offset + value.length, { kind: 'tiff-text', path: ['TIFF'], key });
}
