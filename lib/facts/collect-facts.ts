import type { RangeReader } from '../bytes/range-reader';
import type { Block, BlockKind, ContainerId } from '../containers/container';
import { type BlockReading, joinReadings, NOTHING } from './block-reading';
import type { FieldLanguage, MediaFacts } from './media-facts';
import { blockPayload, type Payload } from './payload';
import { readAmfBlock } from './read-amf-block';
import { readC2paBlocks } from './read-c2pa-blocks';
import { readCommentBlock } from './read-comment-block';
import { readDocumentXmlBlock } from './read-document-xml-block';
import { readEbmlBlock } from './read-ebml-block';
import { readExifBlock } from './read-exif-block';
import { readExtendedXmpBlock, referredPackets } from './read-extended-xmp-block';
import { readId3Block } from './read-id3-block';
import { readIptcBlock } from './read-iptc-block';
import { readMp4TagBlock } from './read-mp4-tag-block';
import { readNamedTextBlock } from './read-named-text-block';
import { readPngTextBlock } from './read-png-text-block';
import { readIimBlock, readTiffTextBlock } from './read-tiff-blocks';
import { readVorbisCommentBlock } from './read-vorbis-comment-block';
import { readXmpBlock } from './read-xmp-block';
import type { XmpFilter } from './xmp-filter';

/**
 * Reads what the metadata blocks of a file state: every field with its place, and the C2PA manifest store. What
 * any of it means is not asked.
 *
 * Fields stand in the order of their blocks. A block that cannot be read is a fault of its own and never spoils
 * the others. Each block costs at most MAX_BLOCK_BYTES; thumbnails, maker notes and colour profiles are not read.
 *
 * @param container what the file was sniffed to be
 * @param blocks as the container's walk emitted them
 * @param reader over the same file; its budget is shared with the walk
 * @param wanted tells the XMP packets worth parsing; without it every packet is
 * @throws SourceFault when the bytes cannot be had
 */
export async function collectFacts(
  container: ContainerId,
  blocks: readonly Block[],
  reader: RangeReader,
  wanted?: XmpFilter,
): Promise<MediaFacts> {
  const readings: BlockReading[] = [];
  for (const block of blocks)
    readings.push(await READERS[block.kind](blockPayload(block, reader), block, wanted));
  const { fields, faults } = joinReadings(await withExtendedXmp(blocks, readings, reader));
  const c2pa = await readC2paBlocks(blocks, reader);
  const all = { container, fields, faults: [...faults, ...c2pa.faults] };
  return c2pa.store === undefined ? all : { ...all, c2pa: c2pa.store };
}

type ReadBlock = (payload: Payload, block: Block, wanted?: XmpFilter) => Promise<BlockReading>;

const nothing: ReadBlock = async () => NOTHING;

const namedText =
  (language: FieldLanguage): ReadBlock =>
  (payload, { key }) =>
    readNamedTextBlock(payload, language, key);

/** What reads the payload of each kind of block. */
const READERS: { readonly [kind in BlockKind]: ReadBlock } = {
  xmp: (payload, _, wanted) => readXmpBlock(payload, wanted),
  exif: readExifBlock,
  iptc: readIptcBlock,
  'png-text': (payload, { key }, wanted) => readPngTextBlock(payload, key, wanted),
  comment: readCommentBlock,
  iim: readIimBlock,
  'tiff-text': (payload, { key }) => readTiffTextBlock(payload, key),
  'mp4-tag': readMp4TagBlock,
  id3: (payload, { key }) => readId3Block(payload, key),
  ape: (payload, { key }) => readNamedTextBlock(payload, 'ape', key?.toUpperCase()),
  'riff-info': namedText('riff'),
  'vorbis-comment': readVorbisCommentBlock,
  ebml: (payload, { key }) => readEbmlBlock(payload, key),
  amf: readAmfBlock,
  'samsung-entry': namedText('samsung'),
  'document-property': namedText('document'),
  'document-xml': (payload, { key }) => readDocumentXmlBlock(payload, key),
  // after the others: whether it counts is said by the main packet, wherever that stands
  'xmp-extended': nothing,
  jumbf: nothing,
};

/** Reads the extended packets, each in the place of its block. */
async function withExtendedXmp(
  blocks: readonly Block[],
  readings: readonly BlockReading[],
  reader: RangeReader,
): Promise<readonly BlockReading[]> {
  if (!blocks.some(({ kind }) => kind === 'xmp-extended')) return readings;
  const referred = referredPackets(joinReadings(readings).fields);
  const complete = [...readings];
  for (const [index, block] of blocks.entries())
    if (block.kind === 'xmp-extended')
      complete[index] = await readExtendedXmpBlock(block, blockPayload(block, reader), referred);
  return complete;
}
