import { type FileText, fileText } from '../../../bytes/file-text';
import type { PlatformLook, PlatformRow, PlatformRule } from '../../../rules/platform-rule';
import { itemOfLink, itemOfPage, type PlatformItem } from './items';
import { literalOf, memberOf, membersNamed, openingOf, type Steps } from './json-text';

/** Text of a page's scripts that is searched, and walked through around what was found. */
const MAX_SCRIPT_CHARS = 4 * 1024 * 1024;
const MAX_STEPS = 4 * 1024 * 1024;
const MAX_SCRIPTS = 64;

/** Members looked at between two good moments to rest. */
const MEMBERS_PER_REST = 16;

/** Statements kept from a page's scripts; a feed's data holds some dozens of items. */
const MAX_STATEMENTS = 500;

/** An item's id stands in the object of the statement or in one of so many around it. */
const MAX_OBJECTS_UP = 3;

/** Links looked at in one go. */
const MAX_LINKS = 5000;

/** Ids as they stand in addresses. */
const ID = /^[\w-]{5,64}$/;

type JsonLook = Extract<PlatformLook, { how: 'json' }>;

/** What a page's data says of the item of one id. */
export type JsonStatement = {
  readonly row: PlatformRow;
  readonly look: JsonLook;
  readonly value: FileText;
};

/** Statements by the id of their item; where several rows speak of one item, the first row's. */
export type JsonStatements = ReadonlyMap<string, JsonStatement>;

/**
 * What the scripts of a page say of items, by id. Nothing is parsed; searched text and steps are bounded, and done in
 * slices: it gives `undefined` at good moments to let the page go on.
 */
export function* jsonStatements(
  document: Document,
  rows: readonly PlatformRow[],
): Generator<undefined, JsonStatements> {
  const found = new Map<string, JsonStatement>();
  const steps: Steps = { left: MAX_STEPS };
  for (const row of rows) {
    const { look } = row;
    if (look.how !== 'json') continue;
    for (const text of scriptsOf(document, look.scripts)) {
      yield* searchScript(text, { row, look }, steps, found);
      yield undefined;
    }
  }
  return found;
}

function* scriptsOf(document: Document, selector: string): Iterable<string> {
  let left = MAX_SCRIPT_CHARS;
  for (const script of [...document.querySelectorAll(selector)].slice(0, MAX_SCRIPTS)) {
    const text = script.textContent ?? '';
    left -= text.length;
    if (left < 0) return;
    yield text;
  }
}

function* searchScript(
  text: string,
  { row, look }: Pick<JsonStatement, 'row' | 'look'>,
  steps: Steps,
  found: Map<string, JsonStatement>,
): Generator<undefined> {
  let seen = 0;
  for (const at of membersNamed(text, look.key)) {
    seen += 1;
    if (seen % MEMBERS_PER_REST === 0) yield undefined;
    if (found.size >= MAX_STATEMENTS || steps.left <= 0) return;
    const literal = literalOf(text, at);
    if (literal === undefined || !look.values.includes(literal)) continue;
    const id = idAround(text, at, look.item.ids, steps);
    if (id !== undefined && !found.has(id))
      found.set(id, { row, look, value: fileText(`"${look.key}": ${literal}`) });
  }
}

function idAround(text: string, at: number, names: readonly string[], steps: Steps): string | undefined {
  let open = openingOf(text, at, steps);
  for (let up = 0; open >= 0 && up < MAX_OBJECTS_UP; up += 1) {
    for (const name of names) {
      const id = memberOf(text, open, name, steps);
      if (id !== undefined && ID.test(id)) return id;
    }
    open = openingOf(text, open, steps);
  }
  return undefined;
}

/** A statement with the item on the page that it speaks of. */
export type JsonSaid = {
  readonly statement: JsonStatement;
  readonly item: PlatformItem;
  /** The link that names it. */
  readonly from: Element;
};

/**
 * The items on a page that statements speak of: the page's own where its address names it, and what links of that
 * address show. A statement about anything else (related items, what comes next) is about nothing on this page.
 */
export function* jsonSaid(
  root: ParentNode & Node,
  rule: PlatformRule,
  statements: JsonStatements,
  href: string,
): Iterable<JsonSaid> {
  const document = root.ownerDocument ?? (root as Document);
  const ofPage = named(href, statements);
  const item = ofPage && itemOfPage(document, rule);
  if (ofPage && item && root.contains(item.anchor)) yield { statement: ofPage, item, from: item.anchor };
  for (const link of [...root.querySelectorAll('a[href]')].slice(0, MAX_LINKS)) {
    const statement = named(link.getAttribute('href') ?? '', statements);
    if (!statement || statement === ofPage) continue;
    const shown = itemOfLink(link, rule);
    if (shown) yield { statement, item: shown, from: link };
  }
}

/** The statement about the item that an address names. */
function named(href: string, statements: JsonStatements): JsonStatement | undefined {
  for (const id of href.split(/[/?#&=]/)) {
    const statement = statements.get(id);
    const path = statement?.look.item.links.some((link) => href.includes(link.replace('{id}', id)));
    if (path) return statement;
  }
  return undefined;
}
