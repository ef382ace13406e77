import type { MediaFacts } from '../facts/media-facts';
import type { RuleBook } from '../rules/rule-book';
import type { Finding } from './finding';

/**
 * Phrases all of which an XMP packet mentions, in any case, where it holds what somebody looks for. ASCII, without
 * the characters that XML writes as entities; white space stands for any run of it.
 */
export type XmpNeedle = readonly string[];

/** One signal: facts in, findings out. One file in `detectors/`, default-exported; the id is the file name. */
export type Signal = {
  readonly id: 'gb45438' | 'c2pa' | 'iptc' | 'schema-org' | 'ai-disclosure' | 'generators';
  /** Specification or clause the reading follows. */
  readonly cites: string;
  /**
   * What a packet must mention for this signal to find anything in it; a packet that mentions nothing any signal
   * looks for is not parsed. Local names of properties are the surest. Left out: every packet is parsed.
   */
  xmpNeedles?(rules: RuleBook): readonly XmpNeedle[];
  detect(facts: MediaFacts, rules: RuleBook): readonly Finding[];
};
