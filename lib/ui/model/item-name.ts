import type { PageItem } from '../../messages/page-items';

/** Longest name shown; alternative texts may be whole paragraphs. */
const MAX_NAME_CHARS = 120;

/**
 * What to call an item: its alternative text, else the beginning of a text, else the last part of its address.
 *
 * @returns `undefined` where neither says anything (`blob:` and `data:` addresses)
 */
export function itemName(item: Pick<PageItem, 'alt' | 'mediaUrl' | 'excerpt'>): string | undefined {
  const alt = (item.alt || (item.excerpt ?? '')).replace(/\s+/g, ' ').trim();
  const name = alt === '' ? fileNameOf(item.mediaUrl) : alt;
  if (name === undefined || name.length <= MAX_NAME_CHARS) return name;
  return `${name.slice(0, MAX_NAME_CHARS - 1)}…`;
}

/** Whether an item is words on a page and has no file: a text, or the page as a whole. */
export function isWords({ kind }: Pick<PageItem, 'kind'>): boolean {
  return kind === 'text' || kind === 'page';
}

function fileNameOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const last = url.pathname.split('/').at(-1);
  return last === undefined || last === '' ? undefined : decoded(last);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
