import type { FileText } from '../bytes/file-text';

/** Where in a block of text, or beside it, words stand that may be an explicit label (GB 45438-2025 5.1). */
export const MARK_PLACES = ['start', 'end', 'middle', 'beside', 'corner'] as const;
export type MarkPlace = (typeof MARK_PLACES)[number];

/**
 * Something that a page says, as its own text, attribute or script holds it, before anyone asks what it means.
 * JSON-safe. Gathered in `page/claims`, read by `signals/page`.
 */
export type PageFact = {
  /** Path for people, without the leading `page`: `['article', 'footer']`, `['script[type="application/ld+json"]']`. */
  readonly path: readonly string[];
  readonly value: FileText;
} & (
  | { readonly kind: 'mark'; readonly place: MarkPlace }
  | { readonly kind: 'front-matter' }
  /** A run of text that holds variation selectors, or a BEGIN … END block. */
  | { readonly kind: 'text-manifest' }
  | { readonly kind: 'json-ld' }
  | { readonly kind: 'source-type'; readonly how: 'microdata' | 'rdfa' }
  | { readonly kind: 'ai-disclosure'; readonly how: 'attribute' | 'meta' | 'header' }
  /** `rule` is the id of a rule in `assets/rules/platforms`, `row` the id of its row that matched. */
  | { readonly kind: 'platform'; readonly rule: string; readonly row: string }
);
