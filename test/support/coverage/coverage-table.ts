import { driveOver } from '../../../lib/bytes/drive';
import { RangeReader } from '../../../lib/bytes/range-reader';
import { memorySource } from '../../../lib/bytes/source';
import type { Block, ContainerFormat, ContainerId } from '../../../lib/containers/container';
import { ALL_FORMATS } from '../../../lib/containers/document-registry';
import { collectFacts } from '../../../lib/facts/collect-facts';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import type { SignalId } from '../../../lib/signals/finding';
import { detectAll, SIGNAL_IDS } from '../../../lib/signals/registry';
import { everyBlockFiles } from './every-block-files';
import { tellingPayloads } from './telling-payloads';

/** Where the table stands in the README. */
export const COVERAGE_MARKS = ['<!-- coverage: generated -->', '<!-- end of coverage -->'] as const;

const RULES = loadRuleBook();

/** Places by signal: what the columns of one row say. */
type Row = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The table containers × signals, from the two registries: every block that a container's walk gives for its richest
 * samples is filled with statements of every kind, and what the signals find in it is written down under its place.
 */
export async function coverageTable(): Promise<string> {
  const rows: string[] = [];
  for (const format of ALL_FORMATS) {
    const places = await placesIn(format);
    const cells = SIGNAL_IDS.map((id) => [...(places.get(id) ?? [])].toSorted().join(', '));
    rows.push(line([nameOf(format), ...cells.map((cell) => cell || '–')]));
  }
  const head = [line(['container', ...SIGNAL_IDS]), line(['container', ...SIGNAL_IDS].map(() => '---'))];
  return [...head, ...rows].join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const NAMES: Readonly<Partial<Record<ContainerId, string>>> = {
  zip: 'OOXML, ODF, EPUB',
  text: 'Markdown, text',
  mp4: 'MP4, M4A',
  heif: 'HEIF, HEIC',
  webm: 'WebM, MKV',
};

const nameOf = ({ id, name }: ContainerFormat<ContainerId>): string => NAMES[id] ?? name;

async function placesIn(format: ContainerFormat<ContainerId>): Promise<Row> {
  const places = new Map<string, Set<string>>();
  for (const file of everyBlockFiles(format.id))
    for (const block of blocksOf(format, file))
      for (const signal of await signalsIn(format.id, block)) {
        const found = places.get(signal) ?? new Set();
        places.set(signal, found.add(placeOf(block)));
      }
  return places;
}

function blocksOf(format: ContainerFormat<ContainerId>, file: Uint8Array): readonly Block[] {
  const blocks: Block[] = [];
  driveOver(
    format.walk((block) => blocks.push(block), file.length),
    file,
  );
  return blocks;
}

async function signalsIn(container: ContainerId, block: Block): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { content, key } of tellingPayloads(block)) {
    const { encoding: _, ...plain } = block;
    const filled: Block = { ...plain, content, ...(key !== undefined && { key }) };
    const facts = await collectFacts(container, [filled], new RangeReader(memorySource(content)));
    found.push(...detectAll(facts, RULES).map(({ signal }) => columnOf(signal)));
  }
  return found;
}

/** All traces of generators are one signal. */
const columnOf = (signal: SignalId): string => (signal.startsWith('generator:') ? 'generators' : signal);

/** Kinds of blocks whose path ends in a name of their own, which a file may choose. */
const NAMED = ['id3', 'ape', 'samsung-entry'];
/** Statements of elements, in attributes of theirs. */
const OF_ELEMENTS = ['ai-disclosure', 'schema.org:digitalSourceType'];

/** A block's place without the container's name. */
function placeOf(block: Block): string {
  const { kind, path, key = kind } = block;
  if (kind === 'tiff-text') return 'text tags';
  if (OF_ELEMENTS.includes(key)) return 'attributes';
  const hasOwnName = path.length > 2 && (NAMED.includes(kind) || kind === 'riff-info');
  const place = path.slice(1, hasOwnName ? -1 : undefined).map((part) => part.replace(/^(ID3v2)\..$/, '$1'));
  return (place.length > 0 ? place : [key]).join(' › ');
}
