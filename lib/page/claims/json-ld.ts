import { fileText } from '../../bytes/file-text';
import { blockOf, headingOf } from './blocks';
import type { Claim } from './claim';
import {
  MAX_GATHERED,
  MAX_JSON_LD_CHARS,
  MAX_JSON_LD_DEPTH,
  MAX_JSON_LD_VALUES,
  MAX_VALUE_CHARS,
} from './claim-limits';
import { SOURCE_TYPE_NEEDLE } from './declaration-selectors';

type Json = { readonly [name: string]: unknown };

/** The property by its name, its URI or behind the usual prefix. */
const PROPERTY = /^(?:https?:\/\/schema\.org\/|schema:)?digitalSourceType$/i;
const MEDIA_TYPE = /(?:Image|Video|Audio|Media)Object|Photograph|Clip|Movie/;
const PAGE_TYPE = /WebPage|WebSite/;

/**
 * What a JSON-LD script states of the origin of things on its page, one claim for each thing: a medium is told by its
 * address, a text by its headline. What cannot be tied to anything is left out. A script that is too long, too deep or no
 * JSON states nothing.
 */
export function jsonLdClaims(script: Element): readonly Claim[] {
  const text = script.textContent ?? '';
  if (text.length > MAX_JSON_LD_CHARS || !SOURCE_TYPE_NEEDLE.test(text)) return [];
  const objects: Json[] = [];
  collect(parse(text), objects, { left: MAX_JSON_LD_VALUES }, 0);
  return objects.slice(0, MAX_GATHERED).flatMap((object) => claimFor(object, script));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function collect(value: unknown, found: Json[], bound: { left: number }, depth: number): void {
  bound.left -= 1;
  if (bound.left < 0 || depth > MAX_JSON_LD_DEPTH || typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && Object.keys(value).some((name) => PROPERTY.test(name)))
    found.push(value as Json);
  for (const inner of Object.values(value)) collect(inner, found, bound, depth + 1);
}

function claimFor(object: Json, script: Element): readonly Claim[] {
  const types = textsOf(object, '@type');
  const subject = subjectOf(object, types, script);
  if (!subject) return [];
  const source = Object.entries(object).find(([name]) => PROPERTY.test(name))?.[1];
  const told = { '@type': types[0] ?? 'Thing', digitalSourceType: source };
  const value = JSON.stringify(told).slice(0, MAX_VALUE_CHARS);
  const path = ['script[type="application/ld+json"]', ...types.slice(0, 1)];
  return [{ ...subject, at: script, fact: { kind: 'json-ld', path, value: fileText(value) } }];
}

function subjectOf(
  object: Json,
  types: readonly string[],
  script: Element,
): Pick<Claim, 'anchor' | 'about' | 'mediaUrl'> | undefined {
  const document = script.ownerDocument;
  const root = document.documentElement;
  const isMedia = types.some((type) => MEDIA_TYPE.test(type));
  if (isMedia) {
    const [mediaUrl] = ['contentUrl', 'url', '@id', 'thumbnailUrl']
      .flatMap((name) => textsOf(object, name))
      .flatMap((address) =>
        URL.canParse(address, script.baseURI) ? [new URL(address, script.baseURI).href] : [],
      );
    return mediaUrl === undefined ? undefined : { anchor: root, about: 'media', mediaUrl };
  }
  if (types.some((type) => PAGE_TYPE.test(type))) return { anchor: root, about: 'page' };
  const anchor = articleWith(textsOf(object, 'headline').concat(textsOf(object, 'name')), document);
  return anchor ? { anchor, about: 'text' } : undefined;
}

/** The block under that headline; without one, the page's only article. */
function articleWith(headlines: readonly string[], document: Document): Element | undefined {
  const articles = [...document.querySelectorAll('article,[role="article" i],main')].slice(0, MAX_GATHERED);
  const wanted = headlines.map(bare).filter((words) => words !== '');
  const named = articles.find((article) => wanted.includes(bare(headingOf(article)?.textContent ?? '')));
  if (named) return named;
  const top = [...document.querySelectorAll('h1')]
    .slice(0, 8)
    .find((each) => wanted.includes(bare(each.textContent)));
  if (top) return blockOf(top)?.element;
  const outer = articles.filter(({ localName }) => localName !== 'main');
  return wanted.length === 0 && outer.length === 1 ? outer[0] : undefined;
}

const bare = (text: string | null): string =>
  (text ?? '').slice(0, MAX_VALUE_CHARS).replace(/\s+/g, '').toLowerCase();

function textsOf(object: Json, name: string): readonly string[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return [value].flat().filter((one) => typeof one === 'string');
}
