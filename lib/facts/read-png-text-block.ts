import type { Parse } from '../bytes/parse';
import { readJoined } from '../bytes/span-view';
import {
  PNG_KEYWORD_BYTES,
  type PngText,
  type PngTextType,
  pngTextType,
  readPngKeyword,
  readPngText,
} from '../metadata/png-text';
import {
  isPngProfile,
  isReadablePngProfile,
  type PngProfile,
  readPngProfile,
} from '../metadata/png-text-profile';
import { type BlockReading, failedReading, fieldAt, NOTHING } from './block-reading';
import { memoryPayload, type Payload, readWhole } from './payload';
import { readExifBlock } from './read-exif-block';
import { readIptcBlock } from './read-iptc-block';
import { readXmpBlock, xmpTextReading } from './read-xmp-block';
import type { XmpFilter } from './xmp-filter';

/** XMP Specification Part 3 §1.1.5: the keyword of the iTXt chunk that holds the packet. */
const XMP_KEYWORD = 'XML:com.adobe.xmp';

/** What a text chunk turned out to hold. */
type PngContent = PngText & { readonly profile?: PngProfile };

/**
 * The fields of a PNG text chunk: its own text under its keyword, or what the XMP, EXIF or IPTC block in it
 * states.
 *
 * @param chunkType the block's `key`
 * @param wanted as in {@link readXmpBlock}
 */
export async function readPngTextBlock(
  payload: Payload,
  chunkType: string | undefined,
  wanted?: XmpFilter,
): Promise<BlockReading> {
  const type = pngTextType(chunkType);
  if (type === undefined) return NOTHING;
  const content = await payload.run(readChunk(payload, type));
  if (content.state !== 'complete') return failedReading(payload, content);
  return content.value === undefined ? NOTHING : contentReading(content.value, payload, wanted);
}

/** Reads the keyword first: colour profiles written as text are large and say nothing. */
function* readChunk({ view }: Payload, type: PngTextType): Parse<PngContent | undefined> {
  const head = yield* readJoined(view, 0, Math.min(PNG_KEYWORD_BYTES, view.length), 'PNG text keyword');
  const keyword = readPngKeyword(head);
  const isProfile = isPngProfile(keyword);
  if (isProfile && !isReadablePngProfile(keyword)) return undefined;
  const content = readPngText(type, yield* readWhole(view, 'PNG text'));
  return isProfile ? { ...content, profile: readPngProfile(keyword, content.text) } : content;
}

async function contentReading(
  { keyword, text, profile }: PngContent,
  payload: Payload,
  wanted: XmpFilter | undefined,
): Promise<BlockReading> {
  const { offset } = payload;
  const path = [...payload.path, keyword];
  if (profile !== undefined) return profileReading(profile, path, offset);
  if (keyword === XMP_KEYWORD) return xmpTextReading(text, { path, offset }, wanted);
  return { fields: [fieldAt('png-text', keyword, text, { path, offset })], faults: [] };
}

const PROFILE_READERS = {
  exif: readExifBlock,
  iptc: readIptcBlock,
  xmp: readXmpBlock,
} as const satisfies Record<PngProfile['kind'], (payload: Payload) => Promise<BlockReading>>;

const profileReading = ({ kind, bytes }: PngProfile, path: readonly string[], offset: number) =>
  PROFILE_READERS[kind](memoryPayload(bytes, path, offset));
