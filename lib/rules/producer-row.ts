import type { Localized } from './localized';
import type { Sourced } from './sourced';

/**
 * One company that GB 45438 labels name. A provider code names a legal entity, not one product: aggregators
 * sign for several, so `products` are those seen behind the entity, never a claim about one file.
 */
export type ProducerRow = Sourced & {
  readonly id: string;
  readonly name: Localized;
  /** 18-character unified social credit codes (GB 32100-2015). */
  readonly usccs: readonly string[];
  /** Whole values of ContentProducer that name the company without a code; compared case-folded. */
  readonly names: readonly string[];
  readonly products: readonly string[];
};

/** `assets/rules/producers.json`. */
export type ProducerTable = readonly ProducerRow[];
