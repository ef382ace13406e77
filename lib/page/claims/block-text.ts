import { mayHoldMark, mentionsAi } from '../../rules/mark-needles';
import { type Block, isBlock } from './blocks';
import { isChoice } from './choices';
import { MAX_BLOCK_NODES, MAX_EDGE_CHARS } from './claim-limits';
import { isNoText } from './out-of-bounds';
import { isSeenText } from './seen';

/** Elements that do not begin a line of their own. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data dfn em font i ins mark nobr rb rt ruby small span strong sub sup time tt u wbr'.split(
    ' ',
  ),
);

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Longest text of a corner mark, in UTF-16 units. */
const MAX_CORNER_CHARS = 24;

/** Small elements of one block looked at. */
const MAX_CORNERS = 64;

/** A small sign at a headline or a word (角标, GB 45438-2025 5.1). */
export type CornerMark = { readonly element: Element; readonly text: string };

/** What a block says itself: not what stands in blocks within it, in menus, buttons and code, nor its headings. */
export type BlockText = {
  /** One line for each element that has lines of its own. Of a long block its start and its end. */
  readonly text: string;
  readonly corners: readonly CornerMark[];
  /** Elements whose own text names AI. */
  readonly naming: readonly Element[];
};

/** Nodes looked at between two good moments to rest. */
const NODES_PER_REST = 50;

/**
 * Collects the text of a block in document order; bounded, and blind to what people cannot see of what names AI. Gives
 * `undefined` at every good moment to rest.
 */
export function* textOf(block: Block): Generator<undefined, BlockText> {
  const lines = new Lines();
  const naming: Element[] = [];
  const corners: CornerMark[] = [];
  let count = 0;
  for (const node of ownNodes(block)) {
    count += 1;
    if (count % NODES_PER_REST === 0) yield undefined;
    if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      if (element.localName === 'br') lines.end();
      else if (corners.length < MAX_CORNERS) corners.push(...cornersAt(element));
      continue;
    }
    const { data, parentElement } = node as Text;
    if (!parentElement) continue;
    const place = placeOf(parentElement);
    if (mentionsAi(data)) {
      if (isChoice(place.line) || !isSeenText(parentElement)) continue;
      naming.push(parentElement);
    }
    lines.add(data, place);
  }
  return { text: lines.text(), corners, naming };
}

/** Text nodes, line breaks and possible corner marks that a block holds itself. */
function* ownNodes({ element, kind }: Block): Iterable<Node> {
  const what = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker = element.ownerDocument.createTreeWalker(element, what);
  let node = walker.nextNode();
  for (let count = 0; node && count < MAX_BLOCK_NODES; count += 1) {
    if (node.nodeType !== Node.ELEMENT_NODE) {
      yield node;
      node = walker.nextNode();
      continue;
    }
    const each = node as Element;
    if (isCornerLike(each)) yield each;
    node = isPassedOver(each, kind) ? nextBehind(walker) : walker.nextNode();
  }
}

function isPassedOver(element: Element, kind: Block['kind']): boolean {
  if (HEADINGS.has(element.localName) || isNoText(element) || isBlock(element)) return true;
  // What stands at the edges of a whole page speaks of the page.
  return kind === 'main' && /^(?:header|footer|aside)$/.test(element.localName);
}

/** The next node in document order that is not within the present one. */
function nextBehind(walker: TreeWalker): Node | null {
  for (;;) {
    const sibling = walker.nextSibling();
    if (sibling) return sibling;
    if (!walker.parentNode()) return null;
  }
}

const isCornerLike = ({ localName }: Element): boolean =>
  localName === 'sup' || localName === 'sub' || localName === 'br' || HEADINGS.has(localName);

/**
 * Raised or lowered signs, and those that stand behind the words of a headline. What a search sets off within them is none.
 */
function cornersAt(element: Element): readonly CornerMark[] {
  const inHeading = HEADINGS.has(element.localName);
  const all = inHeading ? [...element.querySelectorAll('sup,sub,small,span')] : [element];
  const whole = plain(element);
  return all
    .slice(0, MAX_CORNERS)
    .map((each) => ({ element: each, text: plain(each) }))
    .filter(({ text }) => text.length <= MAX_CORNER_CHARS && mentionsAi(text))
    .filter(({ text }) => !inHeading || (text.length < whole.length / 2 && whole.endsWith(text)))
    .filter((mark) => isSeenText(mark.element));
}

/** Text of an element on one line; only that much of it as a corner mark or a headline may have. */
function plain(element: Element): string {
  return (element.textContent ?? '').slice(0, MAX_EDGE_CHARS).replace(/\s+/g, ' ').trim();
}

/** Where a text stands: the element that has a line of its own, and the part of the line it belongs to, where there are parts. */
type Place = { readonly line: Element; readonly part: Element };

function placeOf(element: Element): Place {
  let part = element;
  let line = element;
  while (INLINE.has(line.localName) && line.parentElement) {
    part = line;
    line = line.parentElement;
  }
  return { line, part };
}

/** Elements of one line looked at before it is taken for running text. */
const MAX_CELLS = 16;

/** Whether a line is nothing but a few elements side by side: a row of details, set apart by style and not by signs. */
function isRow({ childNodes, childElementCount }: Element): boolean {
  if (childElementCount < 2 || childElementCount > MAX_CELLS) return false;
  return [...childNodes].every((node) => node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim());
}

/** Between the parts of a row, until it is known whether one of them is a mark by itself. */
const CELL = '\v';

/** Lines as they are shown; of a text beyond bounds the start and the end. */
class Lines {
  private readonly parts: string[] = [];
  private last: Place | undefined;
  private isRow = false;
  private chars = 0;

  add(data: string, place: Place): void {
    if (place.line !== this.last?.line) {
      if (this.last) this.end();
      this.isRow = isRow(place.line);
    } else if (this.isRow && place.part !== this.last.part) this.parts.push(CELL);
    this.last = place;
    const kept = bounded(data.replace(/[^\S\u3000]+/g, ' '));
    this.parts.push(kept);
    this.chars += kept.length;
    if (this.chars > 8 * MAX_EDGE_CHARS) this.fold();
  }

  end(): void {
    this.parts.push('\n');
  }

  text(): string {
    return bounded(this.parts.join('').split('\n').map(inCells).join('\n')).trim();
  }

  private fold(): void {
    const kept = bounded(this.parts.join(''));
    this.parts.splice(0, this.parts.length, kept);
    this.chars = kept.length;
  }
}

/** A row in which a part is a mark by itself keeps its parts; any other is one text, whatever its words are set in. */
function inCells(line: string): string {
  const cells = line.split(CELL);
  if (!cells.some(mayHoldMark)) return cells.join('');
  return cells.map((cell) => (LEAD.test(cell) ? `${cell.replace(/[\s:：]+$/, '')}：` : `${cell}\t`)).join('');
}

/** What leads to the part behind it: `作者声明` `内容由AI生成`. */
const LEAD = /(?:声明|聲明|提示|说明|說明|来源|來源|disclosure|notice|note|credit)\s?[:：]?\s?$/i;

/** A long text is known by its start and its end: labels stand there (GB 45438-2025 5.1). */
function bounded(text: string): string {
  if (text.length <= 3 * MAX_EDGE_CHARS) return text;
  return `${text.slice(0, MAX_EDGE_CHARS)}\n\n${text.slice(-2 * MAX_EDGE_CHARS)}`;
}
