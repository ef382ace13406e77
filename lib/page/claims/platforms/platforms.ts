import type { PlatformRow, PlatformRule } from '../../../rules/platform-rule';
import { platformsOn } from '../../../rules/platforms';
import type { Claim, Gatherer } from '../claim';
import { elementSaid } from './element-rows';
import { itemAround, type PlatformItem } from './items';
import { type JsonStatements, jsonSaid, jsonStatements } from './json-rows';
import type { Said } from './said';
import { type TextTable, textSaid, textTable } from './text-rows';

/** Claims of one platform in one go; a page of posts shows some dozens of items. */
const MAX_CLAIMS = 500;

type PageLocation = Pick<Location, 'hostname' | 'href'>;

/**
 * What the platform that shows a page says of the items on it. Its rows are data: `assets/rules/platforms`.
 *
 * @param location of the page; its address is read anew at each go, as pages of platforms change without a load
 * @param rules all platform rules
 * @param unchecked whether rows count that were never tried on a saved page of the platform (a setting)
 * @returns `undefined` where the page belongs to no platform: then nothing is ever looked for
 */
export function platformGatherer(
  location: PageLocation,
  rules: readonly PlatformRule[],
  unchecked: () => boolean,
): Gatherer | undefined {
  const readers = platformsOn(location.hostname, rules).map((rule) => readerOf(rule, location));
  if (readers.length === 0) return undefined;
  return {
    id: 'platforms',
    attributes: [...new Set(readers.flatMap(({ rule }) => rule.rows.flatMap(attributesOf)))],
    // Players show one film after the other in the same element.
    events: ['loadeddata'],
    *gather(root) {
      for (const reader of readers) yield* claimsOf(reader, root, unchecked());
    },
  };
}

/** Where a row looks that changes without an element coming or going. */
function attributesOf({ look }: PlatformRow): readonly string[] {
  if (look.how === 'attribute') return [look.attribute];
  return look.how === 'text' ? [] : ['href'];
}

type Root = Document | ShadowRoot | Element;

/** One platform's rule, ready to be read by. */
type Reader = {
  readonly rule: PlatformRule;
  readonly location: PageLocation;
  readonly table: TextTable;
  readonly statements: (root: Root) => Generator<undefined, JsonStatements>;
};

function readerOf(rule: PlatformRule, location: PageLocation): Reader {
  return { rule, location, table: textTable(rule.rows), statements: keptStatements(rule) };
}

/** A statement with the item it speaks of. */
type OfItem = Said & { readonly item: PlatformItem };

/** Each row once for each item, however many elements say it. */
function* claimsOf(reader: Reader, root: Root, unchecked: boolean): Iterable<Claim | undefined> {
  const told = new Map<PlatformRow, Set<Element>>();
  let left = MAX_CLAIMS;
  for (const said of allSaid(reader, root)) {
    if (!said) {
      yield undefined;
      continue;
    }
    const { row, item } = said;
    const anchors = told.get(row) ?? new Set();
    if ((row.checkedOn === 'unchecked' && !unchecked) || anchors.has(item.anchor)) continue;
    told.set(row, anchors.add(item.anchor));
    if (left-- <= 0) return;
    if (!isEmptyFilm(item.anchor)) yield claimOf(reader.rule, said);
  }
}

function* allSaid({ rule, location, table, statements }: Reader, root: Root): Iterable<OfItem | undefined> {
  for (const all of [textSaid(root, table), elementSaid(root, rule.rows)])
    for (const said of all) {
      const item = said && itemAround(said.from, rule);
      yield item && { ...said, item };
    }
  const stated = yield* statements(root);
  for (const { statement, item, from } of jsonSaid(root, rule, stated, location.href))
    yield { row: statement.row, item, from, value: statement.value };
}

/** Scripts seldom change: they are searched again only when there are other ones or their text has another length. */
function keptStatements(rule: PlatformRule): Reader['statements'] {
  const selectors = rule.rows.flatMap(({ look }) => (look.how === 'json' ? [look.scripts] : []));
  let [key, kept]: [string, JsonStatements] = ['', new Map()];
  return function* statements(root) {
    if (selectors.length === 0) return kept;
    const document = root.ownerDocument ?? (root as Document);
    const scripts = [...document.querySelectorAll(selectors.join(', '))];
    const now = scripts.map(({ firstChild }) => firstChild?.nodeValue?.length ?? 0).join();
    if (now !== key) [key, kept] = [now, yield* jsonStatements(document, rule.rows)];
    return kept;
  };
}

function claimOf(rule: PlatformRule, { row, item, from, value }: OfItem): Claim {
  const path = [rule.name.en, PLACES[row.look.how]];
  const film = filmOf(item.anchor);
  return {
    ...item,
    ...(film ? { mediaUrl: film } : {}),
    at: from,
    fact: { kind: 'platform', rule: rule.id, row: row.id, path, value },
  };
}

/**
 * What a film's element plays: a player that goes on to the next film keeps the element, and for a moment the words
 * about the last one too. Empty where it plays nothing yet; nothing for other elements.
 */
function filmOf(anchor: Element): string | undefined {
  return anchor.localName === 'video' ? (anchor as HTMLVideoElement).currentSrc : undefined;
}

const isEmptyFilm = (anchor: Element): boolean => filmOf(anchor) === '';

/** Last step of the place a statement was read at. */
const PLACES: Readonly<Record<PlatformRow['look']['how'], string>> = {
  text: 'text',
  attribute: 'attribute',
  link: 'link',
  json: 'data',
};
