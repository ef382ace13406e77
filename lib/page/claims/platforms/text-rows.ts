import { fileText } from '../../../bytes/file-text';
import type { PlatformRow } from '../../../rules/platform-rule';
import { plainText, SHOW_TEXT, shortTextOf } from './plain-text';
import type { Said } from './said';

/** Longest statement of a platform, with its lead; what is longer speaks of something else. */
const MAX_STATEMENT_CHARS = 120;

/** A statement can be in pieces (`<b>AI</b>`); this many elements around a piece are put together. */
const MAX_LEVELS = 3;

/** Text nodes looked at in one go; no page a person reads has more in one part that changed. */
const MAX_TEXT_NODES = 100_000;

/** Text nodes looked at between two good moments to rest. */
const NODES_PER_REST = 200;

/** Every text of ours names AI (GB 45438-2025, 5.1 a: one of two elements). */
const NAMES_AI = /AI|人工智能|ＡＩ/;

/** Signs between a lead and what it leads to, after {@link plainText}. */
const JOINTS = ['', ':', '|', '·', '-'];

type TextLook = Extract<PlatformRow['look'], { how: 'text' }>;

/** The text rows of a platform, ready to be asked for a whole text. */
export type TextTable = {
  readonly whole: ReadonlyMap<string, PlatformRow>;
  readonly inside: readonly { readonly row: PlatformRow; readonly look: TextLook }[];
};

/** Makes the table of all texts and leads of a rule's rows. */
export function textTable(rows: readonly PlatformRow[]): TextTable {
  const whole = new Map<string, PlatformRow>();
  const inside: { row: PlatformRow; look: TextLook }[] = [];
  for (const row of rows) {
    const { look } = row;
    if (look.how !== 'text') continue;
    if (look.inside !== undefined) inside.push({ row, look });
    else for (const text of wholeTexts(look)) if (!whole.has(text)) whole.set(text, row);
  }
  return { whole, inside };
}

function wholeTexts({ texts, leads, leadRequired }: TextLook): readonly string[] {
  const led = (leads ?? []).flatMap((lead) =>
    JOINTS.flatMap((joint) => texts.map((text) => lead + joint + text)),
  );
  return [...(leadRequired ? [] : texts), ...led].map(plainText);
}

/** All statements in words at or under a root, in the order they stand. Bounded; looks at no style. */
export function* textSaid(root: ParentNode & Node, table: TextTable): Iterable<Said | undefined> {
  if (table.whole.size > 0) yield* wholeSaid(root, table);
  for (const { row, look } of table.inside) yield* insideSaid(root, row, look);
}

function* wholeSaid(root: Node, table: TextTable): Iterable<Said | undefined> {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, SHOW_TEXT);
  for (let seen = 0; seen < MAX_TEXT_NODES; seen += 1) {
    const node = walker.nextNode();
    if (!node) return;
    if (seen % NODES_PER_REST === NODES_PER_REST - 1) yield undefined;
    const text = node.nodeValue ?? '';
    if (text.length > MAX_STATEMENT_CHARS * 2 || !NAMES_AI.test(text)) continue;
    const said = aroundText(node.parentElement, table);
    if (said) yield said;
  }
}

/** The longest statement that is all of an element's text: with its lead, one may say less than without. */
function aroundText(start: Element | null, { whole }: TextTable): Said | undefined {
  let element = start;
  let said: Said | undefined;
  let before = '';
  for (let level = 0; element && level < MAX_LEVELS; level += 1, element = element.parentElement) {
    const text = shortTextOf(element, MAX_STATEMENT_CHARS);
    if (text === undefined) break;
    const plain = plainText(text);
    const row = plain === before ? undefined : whole.get(plain);
    before = plain;
    if (row) said = { row, from: element, value: fileText(text.trim(), MAX_STATEMENT_CHARS) };
  }
  return said;
}

function* insideSaid(root: ParentNode, row: PlatformRow, look: TextLook): Iterable<Said> {
  const wanted = look.texts.map(plainText);
  for (const element of root.querySelectorAll(look.inside ?? ':not(*)')) {
    const text = shortTextOf(element, MAX_STATEMENT_CHARS);
    if (text === undefined) continue;
    const plain = plainText(text);
    if (wanted.some((one) => plain.includes(one)))
      yield { row, from: element, value: fileText(text.trim(), MAX_STATEMENT_CHARS) };
  }
}
