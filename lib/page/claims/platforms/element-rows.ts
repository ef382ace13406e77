import { fileText } from '../../../bytes/file-text';
import type { PlatformLook, PlatformRow } from '../../../rules/platform-rule';
import { plainText } from './plain-text';
import type { Said } from './said';

/** Longest attribute or address kept as evidence. */
const MAX_VALUE_CHARS = 500;

/** Elements looked at for one row; a page shows one statement per item, not thousands. */
const MAX_ELEMENTS = 1000;

/** All statements in attributes and in where links lead, at or under a root. */
export function* elementSaid(root: ParentNode, rows: readonly PlatformRow[]): Iterable<Said> {
  for (const row of rows) {
    const { look } = row;
    if (look.how !== 'attribute' && look.how !== 'link') continue;
    for (const from of [...root.querySelectorAll(look.selector)].slice(0, MAX_ELEMENTS)) {
      const value = look.how === 'link' ? linkValue(from, look) : attributeValue(from, look);
      if (value !== undefined) yield { row, from, value: fileText(value, MAX_VALUE_CHARS) };
    }
  }
}

type Look<How> = Extract<PlatformLook, { how: How }>;

function attributeValue(element: Element, look: Look<'attribute'>): string | undefined {
  const value = element.getAttribute(look.attribute)?.slice(0, MAX_VALUE_CHARS);
  if (value === undefined) return undefined;
  return look.texts.some((text) => plainText(text) === plainText(value)) ? value : undefined;
}

/** The address may be wrapped in one that counts clicks: then the path stands percent-encoded in its query. */
function linkValue(element: Element, look: Look<'link'>): string | undefined {
  const href = element.getAttribute('href')?.slice(0, MAX_VALUE_CHARS);
  if (href === undefined) return undefined;
  const plain = href.replace(/%2F/gi, '/');
  return look.paths.some((path) => leadsTo(plain, path)) ? href : undefined;
}

/** Ids are numbers: one that goes on is another id. */
function leadsTo(href: string, path: string): boolean {
  const at = href.indexOf(path);
  return at >= 0 && !/[\w-]/.test(href.charAt(at + path.length));
}
