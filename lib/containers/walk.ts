import { decodeText } from '../bytes/decode-text';
import { drive, type Outcome } from '../bytes/drive';
import { type Parse, readUpTo } from '../bytes/parse';
import type { RangeReader } from '../bytes/range-reader';
import type { Block, ContainerFormat, ContainerId } from './container';
import { parseId3Header, readBehindId3 } from './id3/tag-header';
import { FORMATS } from './registry';
import { SNIFF_BYTES, sniff } from './sniff';

/** What a walk found: the container, the blocks emitted before it ended, and how it ended. */
export type Walked = {
  readonly container: ContainerId | 'unknown';
  readonly blocks: readonly Block[];
  readonly outcome: Outcome<void>;
};

/** The formats a file is looked for among, in the order they are asked. */
export type Formats = readonly ContainerFormat<ContainerId>[];

/**
 * Tells a file's container and walks it. Blocks emitted before a fault are kept.
 *
 * @param formats what the file may be; media by default
 * @throws SourceFault when the bytes cannot be had
 */
export async function walkContainer(reader: RangeReader, formats: Formats = FORMATS): Promise<Walked> {
  const told = await drive(tellFormat(formats), reader);
  if (told.state !== 'complete') return { container: 'unknown', blocks: [], outcome: told };
  const format = told.value;
  if (format === undefined) return { container: 'unknown', blocks: [], outcome: UNSUPPORTED };
  const blocks: Block[] = [];
  const outcome = await drive(
    format.walk((block) => blocks.push(block), reader.size),
    reader,
  );
  return { container: format.id, blocks, outcome };
}

/** Several audio formats may begin with ID3v2 tags: what they are stands behind. */
function* tellFormat(formats: Formats): Parse<Formats[number] | undefined> {
  const { bytes } = yield* readUpTo(0, SNIFF_BYTES, 'head');
  if (COMMENT.test(latin1(bytes))) return yield* tellBehindComments(formats);
  if (parseId3Header(bytes, 0) === undefined) return sniff(bytes, undefined, formats);
  return sniff(bytes, yield* readBehindId3(SNIFF_BYTES), formats);
}

/** SVG, HTML and Markdown may all begin with a comment: what they are stands behind it. */
function* tellBehindComments(formats: Formats): Parse<Formats[number] | undefined> {
  const { bytes } = yield* readUpTo(0, MAX_COMMENT_BYTES, 'head');
  const text = latin1(bytes);
  if (SVG_ROOT.test(text)) return sniff(bytes, undefined, formats);
  const behind = bytes.subarray(COMMENTS.exec(text)?.[0].length ?? 0);
  const others = formats.filter(({ id }) => id !== 'svg');
  return (
    sniff(behind, undefined, others) ?? sniff(bytes, undefined, others) ?? sniff(bytes, undefined, formats)
  );
}

/** How far a comment at the start of a file is looked behind: the first read holds it. */
const MAX_COMMENT_BYTES = 4096;
const COMMENT = /^(?:\xef\xbb\xbf)?\s{0,16}<!--/;
const COMMENTS = /^(?:\xef\xbb\xbf)?(?:\s{0,64}<!--[\s\S]*?-->){1,16}\s{0,64}/;
const SVG_ROOT = /<(?:[A-Za-z]\w{0,16}:)?svg[\s/>]/;

const latin1 = (bytes: Uint8Array): string => decodeText(bytes, 'latin1');

const UNSUPPORTED: Outcome<void> = { state: 'unsupported', why: 'no known container' };
