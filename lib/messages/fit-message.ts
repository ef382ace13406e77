import type { Inspection } from '../inspect/inspection';
import type { PageItem } from './page-items';

/** Most JSON characters one item or inspection takes in a message. Real ones stay far below; 50 fit in a message. */
export const MAX_MESSAGE_ITEM_CHARS = 256 * 1024;

/** Longest address that travels; those of `data:` pictures may be megabytes and are cut. */
const MAX_ADDRESS_CHARS = 32 * 1024;

/** Rounds of cutting, gentlest first: longest text and longest list kept. The last one fits whatever came. */
const ROUNDS: readonly Limits[] = [
  { text: 64 * 1024, list: 256 },
  { text: 16 * 1024, list: 256 },
  { text: 4096, list: 128 },
  { text: 1024, list: 64 },
  { text: 256, list: 16 },
  { text: 128, list: 8 },
  { text: 64, list: 4 },
];

/** Texts that the schemas hold to 4096 characters: names, paths, tools. */
const SHORT_KEYS: ReadonlySet<string> = new Set(['name', 'path', 'tool']);
const MAX_SHORT_CHARS = 1024;

type Limits = { readonly text: number; readonly list: number };
type Round = { readonly limits: Limits; left: number };

/**
 * An inspection as it may travel: within the bounds of `inspectionSchema` and of {@link MAX_MESSAGE_ITEM_CHARS}.
 * Long texts end in `…`, long lists lose their ends; verdict, states and the first findings always stay.
 */
export function fitInspection(inspection: Inspection, maxChars = MAX_MESSAGE_ITEM_CHARS): Inspection {
  return shorten(inspection, maxChars);
}

/** An item as it may travel (see {@link fitInspection}); an item whose texts are too long is still an item. */
export function fitItem(item: PageItem, maxChars = MAX_MESSAGE_ITEM_CHARS): PageItem {
  const addresses = Math.min(MAX_ADDRESS_CHARS, Math.floor(maxChars / 8));
  const cut = (address: string) => cutText(address, addresses);
  const { mediaUrl, pageUrl, ...rest } = item;
  return { ...shorten(rest, maxChars - 2 * addresses), mediaUrl: cut(mediaUrl), pageUrl: cut(pageUrl) };
}

/** JSON characters a value takes. */
export function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}

function shorten<T>(value: T, maxChars: number): T {
  let fitted = value;
  for (const limits of ROUNDS) {
    const round = { limits, left: maxChars };
    fitted = cutAll(value, round, '') as T;
    if (round.left >= 0 && sizeOf(fitted) <= maxChars) return fitted;
  }
  return fitted;
}

/** A round that turns out too gentle ends early: `left` counts down what was kept so far. */
function cutAll(value: unknown, round: Round, key: string): unknown {
  const { limits } = round;
  if (typeof value === 'string') {
    const kept = cutText(value, SHORT_KEYS.has(key) ? Math.min(limits.text, MAX_SHORT_CHARS) : limits.text);
    round.left -= kept.length;
    return kept;
  }
  if (typeof value !== 'object' || value === null || (round.left < 0 && !isLast(limits))) return value;
  if (Array.isArray(value)) return value.slice(0, limits.list).map((one) => cutAll(one, round, key));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cutAll(one, round, name)]));
}

const isLast = (limits: Limits): boolean => limits === ROUNDS.at(-1);

/** Cut before half a surrogate pair, never behind one. */
function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const end = maxChars - 1;
  const isSplit = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, isSplit ? end - 1 : end)}…`;
}
