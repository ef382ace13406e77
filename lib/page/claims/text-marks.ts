import { fileText } from '../../bytes/file-text';
import type { MarkPlace } from '../../facts/page-facts';
import { candidateMarks, mayHoldMark, mentionsAi, speaksOfMedia } from '../../rules/mark-needles';
import { MEDIA_SELECTOR } from '../worth';
import { textOf } from './block-text';
import { type Block, blockOf } from './blocks';
import type { Claim, ClaimScope, Gatherer } from './claim';
import { MAX_GATHERED, MAX_VALUE_CHARS } from './claim-limits';
import { isOutOfBounds } from './out-of-bounds';
import { pathOf } from './path-of';
import { elementOf, textNodes } from './text-nodes';

/** Text nodes looked at between two good moments to rest. */
const NODES_PER_REST = 50;

/**
 * Explicit labels in text (GB 45438-2025 5.1; Labelling Measures Art. 4(1)): words at the start, at the end, in the middle
 * of or beside an article, post, comment, caption, and corner marks. Each is tied to the one block it stands in.
 */
export const textMarks: Gatherer = {
  id: 'text-marks',
  *gather(root) {
    const done = new Set<Element>();
    let count = 0;
    let given = 0;
    for (const node of textNodes(root)) {
      count += 1;
      if (count % NODES_PER_REST === 0) yield undefined;
      const block = mentionsAi(node.data) ? blockAround(node) : undefined;
      if (!block || done.has(block.element)) continue;
      done.add(block.element);
      for (const claim of marksOf(block)) {
        yield claim;
        if (claim) given += 1;
      }
      if (given >= MAX_GATHERED) return;
      yield undefined;
    }
  },
};

function blockAround(node: Text): Block | undefined {
  const element = elementOf(node);
  if (!element || isOutOfBounds(element)) return undefined;
  return blockOf(element);
}

function* marksOf(block: Block): Iterable<Claim | undefined> {
  const { text, corners, naming } = yield* textOf(block);
  const from = naming[0] ?? block.element;
  if (mayHoldMark(text))
    for (const { place, value } of candidateMarks(text, block.kind === 'figure')) {
      const about = isOnPicture(block, text, value) ? 'media' : undefined;
      yield claimOf(block, from, place, value, about);
    }
  for (const { element, text: value } of corners) yield claimOf(block, element, 'corner', value);
}

/** A block with less text of its own than this, beside a mark, is a picture with its name; in UTF-16 units. */
const MIN_PROSE_CHARS = 60;

/** A mark on a card that holds a picture and hardly any text speaks of the picture. */
function isOnPicture({ element, kind }: Block, text: string, mark: string): boolean {
  if (kind !== 'entry' && kind !== 'article' && kind !== 'section') return false;
  return text.length - mark.length < MIN_PROSE_CHARS && element.querySelector(MEDIA_SELECTOR) !== null;
}

function claimOf(block: Block, from: Element, place: MarkPlace, value: string, about?: ClaimScope): Claim {
  // The kind comes first where a reader has to know it: other people's words, and captions.
  const kind = about === 'media' ? 'figure' : block.kind;
  const path = [kind, ...pathOf(from, block.element)];
  const target = targetOf(block);
  return {
    ...target,
    about: about ?? (target.about === 'text' && speaksOfMedia(value) ? 'media' : target.about),
    fact: { kind: 'mark', place, path, value: fileText(value, MAX_VALUE_CHARS) },
  };
}

/** What a block's own words are about: the text itself, the pictures of a figure, the page at the page's edges. */
function targetOf({ element, kind }: Block): Pick<Claim, 'anchor' | 'about' | 'at'> {
  if (kind === 'site') return { anchor: element.ownerDocument.documentElement, about: 'page', at: element };
  const about: ClaimScope = kind === 'figure' ? 'media' : 'text';
  return { anchor: element, about };
}
