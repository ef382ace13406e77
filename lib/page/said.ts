import type { NamedManifest } from '../messages/page-items';
import type { Finding } from '../signals/finding';
import { blockOf } from './claims/blocks';
import type { Claim } from './claims/claim';
import { LINK_HEADER } from './claims/header-claims';
import type { PageReader } from './engine-door';
import type { Medium } from './medium';
import { MEDIA_SELECTOR } from './worth';

/** A claim and what it states, as the engine read it. */
type Stated = { readonly claim: Claim; readonly findings: readonly Finding[] };

/** What a page says of one of its texts, or of itself as a whole. */
export type SaidOfText = { readonly anchor: Element; readonly findings: readonly Finding[] };

/** Most findings of a page joined with one item. */
const MAX_SAID = 24;

/** Pictures of a post smaller than this, on their smaller side, are portraits and icons, in CSS pixels. */
const MIN_CONTENT_SIDE_PX = 96;

/** What a page says of its media, its texts and itself, once the engine has read its claims. */
export class Said {
  private stated: readonly Stated[] = [];
  private readonly read = new WeakMap<Claim, readonly Finding[]>();

  /** Has those of the claims read that are new. */
  async readAll(claims: readonly Claim[], reader: PageReader): Promise<void> {
    const fresh = claims.filter((claim) => !this.read.has(claim));
    const answers = await reader.readPage(fresh.map(({ fact }) => fact));
    for (const [at, claim] of fresh.entries()) this.read.set(claim, answers[at] ?? []);
  }

  /** Takes these as all that the page says now; those that were not read state nothing. */
  take(claims: readonly Claim[]): void {
    this.stated = claims
      .map((claim) => ({ claim, findings: this.read.get(claim) ?? [] }))
      .filter(({ findings }) => findings.length > 0);
  }

  /**
   * What the page says of a medium: that by its address, and what stands on or around it, unless the medium is rather
   * in a comment or quote within.
   *
   * @param side smaller side of its element, in CSS pixels
   */
  ofMedium(medium: Medium, side: number): readonly Finding[] {
    return distinct(this.stated.filter(({ claim }) => isAbout(claim, medium, side)));
  }

  /** Credentials kept elsewhere that the page names, each address once. */
  named(): readonly NamedManifest[] {
    const by = new Map<string, NamedManifest>();
    for (const { claim, findings } of this.stated)
      for (const { remarks } of findings)
        for (const { code, value } of remarks)
          if (code === 'c2pa-elsewhere' && value && !by.has(value) && by.size < MAX_NAMED)
            by.set(value, { url: value, by: namedBy(claim) });
    return [...by.values()];
  }

  /** What the page says of each of its texts, and of itself. */
  ofTexts(): readonly SaidOfText[] {
    const by = new Map<Element, Stated[]>();
    for (const one of this.stated) {
      if (!isOfText(one.claim)) continue;
      const { anchor } = one.claim;
      by.set(anchor, [...(by.get(anchor) ?? []), one]);
    }
    return [...by].map(([anchor, all]) => ({ anchor, findings: distinct(all) }));
  }
}

/** Most credentials elsewhere that are told of one document. */
const MAX_NAMED = 4;

function namedBy({ at, fact }: Claim): NamedManifest['by'] {
  if (at?.localName === 'link') return 'link';
  return fact.path[0] === LINK_HEADER ? 'header' : 'text';
}

/** An item without media is its text. */
function isOfText({ about, anchor, mediaUrl }: Claim): boolean {
  if (about === 'text' || about === 'page') return true;
  return about === 'item' && mediaUrl === undefined && !holdsContent(anchor);
}

/** Media of one item looked at. */
const MAX_MEDIA = 50;

/** What pages call the picture of who speaks, in its class, words or address. */
const PORTRAIT = /avatar|portrait|userpic|headshot|头像/i;

/** Whether an item holds media that it may be about: not only portraits and icons, as far as the tree tells. */
function holdsContent(anchor: Element): boolean {
  return [...anchor.querySelectorAll(MEDIA_SELECTOR)].slice(0, MAX_MEDIA).some((each) => !isSide(each));
}

function isSide(element: Element): boolean {
  if (element.localName !== 'img') return false;
  const words = ['class', 'alt', 'src'].map((name) =>
    (element.getAttribute(name) ?? '').slice(0, MAX_SET_CHARS),
  );
  const width =
    Number.parseFloat(element.getAttribute('width') ?? '') || (element as HTMLImageElement).naturalWidth;
  return PORTRAIT.test(words.join(' ')) || (width > 0 && width < MIN_CONTENT_SIDE_PX);
}

function isAbout({ about, anchor, mediaUrl }: Claim, medium: Medium, side: number): boolean {
  if (about === 'text' || about === 'page') return false;
  const { element } = medium;
  if (mediaUrl !== undefined) return shows(medium, mediaUrl);
  if (anchor === element) return true;
  if (!holds(anchor, element) || side < MIN_CONTENT_SIDE_PX || isSide(element)) return false;
  return !isElsewhere(anchor, element);
}

/** Whether a medium within an anchor belongs to words of others there. */
function isElsewhere(anchor: Element, element: Element): boolean {
  const block = blockOf(element);
  const isOthers = block?.kind === 'comment' || block?.kind === 'quote';
  return isOthers && block.element !== anchor && holds(anchor, block.element);
}

function holds(anchor: Element, element: Element): boolean {
  if (anchor.contains(element)) return true;
  const root = element.getRootNode();
  return 'host' in root && holds(anchor, (root as ShadowRoot).host);
}

/** Whether an element shows the file of an address, or would at another size, or links to it. */
function shows({ element, url }: Medium, address: string): boolean {
  const wanted = bare(address);
  if (bare(url) === wanted) return true;
  const source = ['src', 'data-src', 'poster'].map((name) => element.getAttribute(name) ?? '');
  const set = (element.getAttribute('srcset') ?? '').slice(0, MAX_SET_CHARS).split(/,?\s+/);
  const link = element.closest('a')?.getAttribute('href') ?? '';
  return [...source, ...set, link].some((each) => each !== '' && resolved(each, element) === wanted);
}

const MAX_SET_CHARS = 8 * 1024;

const resolved = (address: string, { baseURI }: Element): string =>
  URL.canParse(address, baseURI) ? bare(new URL(address, baseURI).href) : '';

const bare = (address: string): string => address.split('#', 1)[0] ?? '';

/** A thing said twice in the same words, in several scripts, is said once. */
function distinct(all: readonly Stated[]): readonly Finding[] {
  const by = new Map<string, Finding>();
  for (const finding of all.flatMap(({ findings }) => findings)) {
    const key = `${finding.signal} ${finding.place.path.join(' ')} ${finding.raw}`;
    if (!by.has(key)) by.set(key, finding);
    if (by.size >= MAX_SAID) break;
  }
  return [...by.values()];
}
