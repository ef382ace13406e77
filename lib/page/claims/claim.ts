import type { PageFact } from '../../facts/page-facts';

/**
 * What a claim is about: the `text` of its anchor; the `media` in it; the `item` — the media in it, or its text where
 * it has none (a post) —; or the whole `page`.
 */
export type ClaimScope = 'text' | 'media' | 'item' | 'page';

/** Something a page says, with the element it speaks of. What it means is decided by the engine. */
export type Claim = {
  /** The block, post, player or picture that the claim is tied to; the document's root for a whole page. */
  readonly anchor: Element;
  readonly about: ClaimScope;
  /** Absolute address of the one medium it is about, where it says so, wherever that stands on the page. */
  readonly mediaUrl?: string;
  /** Where it stands, if not in its anchor: a script that speaks of an article elsewhere. */
  readonly at?: Element;
  readonly fact: PageFact;
};

/** One way in which pages make claims. Reads the page, writes nothing on it, forces no layout. */
export type Gatherer = {
  readonly id: string;
  /** Attributes and events that are news to it, besides those all pages are watched for. */
  readonly attributes?: readonly string[];
  readonly events?: readonly string[];
  /**
   * All claims that stand at or under a root, bounded; the same claims each time as long as nothing changed. It may give
   * `undefined` at any time: a good moment to let the page go on, as the walk is done in slices.
   */
  gather(root: Document | ShadowRoot | Element): Iterable<Claim | undefined>;
};
