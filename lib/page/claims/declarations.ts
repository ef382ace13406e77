import { fileText } from '../../bytes/file-text';
import { blockOf } from './blocks';
import type { Claim, Gatherer } from './claim';
import { MAX_GATHERED, MAX_SCRIPTS, MAX_VALUE_CHARS } from './claim-limits';
import {
  DECLARATIONS,
  DISCLOSURE,
  JSON_LD,
  MICRODATA,
  RDFA,
  STORE,
  STORE_LINK,
} from './declaration-selectors';
import { jsonLdClaims } from './json-ld';
import { namedStore, storeFact } from './named-store';
import { pathOf } from './path-of';

/** Declarations for machines in attributes and scripts, each tied to what it is written on. */
export const declarations: Gatherer = {
  id: 'declarations',
  *gather(root) {
    let given = 0;
    let scripts = 0;
    for (const element of selfAndUnder(root)) {
      if (element.localName === 'script') scripts += 1;
      if (scripts > MAX_SCRIPTS && element.localName === 'script') continue;
      for (const claim of claimsOf(element)) {
        yield claim;
        given += 1;
      }
      if (given >= MAX_GATHERED) return;
      yield undefined;
    }
  },
};

function selfAndUnder(root: Document | ShadowRoot | Element): readonly Element[] {
  const under = [...root.querySelectorAll(DECLARATIONS)];
  return 'matches' in root && root.matches(DECLARATIONS) ? [root, ...under] : under;
}

function* claimsOf(element: Element): Iterable<Claim> {
  if (element.matches(JSON_LD)) yield* jsonLdClaims(element);
  else if (element.matches(STORE)) yield* storeClaim(element);
  else if (element.matches(STORE_LINK)) yield* linkClaim(element);
  if (element.matches(MICRODATA)) yield* sourceType(element, 'microdata');
  else if (element.matches(RDFA)) yield* sourceType(element, 'rdfa');
  if (element.matches(DISCLOSURE)) yield* disclosure(element);
}

/** A store in the head speaks of the whole page (C2PA 2.5, Annex A.5). */
function* storeClaim(element: Element): Iterable<Claim> {
  const store = `data:application/c2pa;base64,${element.textContent?.trim() ?? ''}`;
  const anchor = element.ownerDocument.documentElement;
  yield { anchor, about: 'page', at: element, fact: storeFact(store, pathOf(element, anchor)) };
}

/** The address of a store of the whole page. */
function* linkClaim(element: Element): Iterable<Claim> {
  const anchor = element.ownerDocument.documentElement;
  const fact = namedStore(element.getAttribute('href') ?? '', element.baseURI, pathOf(element, anchor));
  if (fact) yield { anchor, about: 'page', at: element, fact };
}

/** Where a property's value stands if not in its text, first of all. */
const VALUE_ATTRIBUTES = ['content', 'href', 'resource', 'src'] as const;

function* sourceType(element: Element, how: 'microdata' | 'rdfa'): Iterable<Claim> {
  const name = VALUE_ATTRIBUTES.find((each) => element.hasAttribute(each));
  const value = (name ? element.getAttribute(name) : element.textContent)?.trim() ?? '';
  const thing = element.parentElement?.closest(
    how === 'microdata' ? '[itemscope]' : '[typeof],[about],[resource]',
  );
  if (value === '' || value.length > MAX_VALUE_CHARS) return;
  const anchor = thing ?? blockOf(element)?.element;
  if (!anchor) return;
  const fact = { kind: 'source-type', how, path: pathOf(element, anchor), value: fileText(value) } as const;
  yield { ...subject(anchor), at: element, fact };
}

/** Objects of pictures and films are about these; anything else is about its text. */
const MEDIA_TYPE = /(?:Image|Video|Audio|Media)Object|Photograph|Clip|Movie/;

/** An address written within the object itself names the one medium it speaks of. */
const CONTENT_URL =
  '[itemprop~="contentUrl" i],[itemprop~="url" i],[property$="contentUrl" i],[property$="url" i]';

function subject(anchor: Element): Pick<Claim, 'anchor' | 'about' | 'mediaUrl'> {
  const type = anchor.getAttribute('itemtype') ?? anchor.getAttribute('typeof') ?? '';
  if (isMedium(anchor)) return { anchor, about: 'media' };
  if (!MEDIA_TYPE.test(type)) return { anchor, about: 'text' };
  const named = anchor.querySelector(CONTENT_URL);
  const address = ['content', 'href', 'src'].map((name) => named?.getAttribute(name)).find(Boolean);
  const mediaUrl =
    address && URL.canParse(address, anchor.baseURI) ? new URL(address, anchor.baseURI).href : '';
  return { anchor, about: 'media', ...(mediaUrl === '' ? {} : { mediaUrl }) };
}

const isMedium = ({ localName }: Element): boolean =>
  /^(?:img|picture|video|audio|figure|image)$/.test(localName);

/** On an element for what it holds, on the root or in a `meta` for the page. */
function* disclosure(element: Element): Iterable<Claim> {
  const isMeta = element.localName === 'meta';
  const value = isMeta
    ? element.getAttribute('content')
    : (element.getAttribute('ai-disclosure') ?? element.getAttribute('data-ai-disclosure'));
  if (!value || value.length > MAX_VALUE_CHARS) return;
  const root = element.ownerDocument.documentElement;
  const isPage = isMeta || element === root || element.localName === 'body';
  const anchor = isPage ? root : element;
  const about = isPage ? 'page' : isMedium(element) ? 'media' : 'text';
  const path = pathOf(element, element);
  const fact = {
    kind: 'ai-disclosure',
    how: isMeta ? 'meta' : 'attribute',
    path,
    value: fileText(value),
  } as const;
  yield { anchor, about, at: element, fact };
}
