import type { MediaFacts } from '../facts/media-facts';
import type { RuleBook } from '../rules/rule-book';
import type { Finding } from './finding';

/** One signal: facts in, findings out. One file in `detectors/`, default-exported; the id is the file name. */
export type Signal = {
  readonly id: 'gb45438' | 'c2pa' | 'iptc' | 'generators';
  /** Specification or clause the reading follows. */
  readonly cites: string;
  detect(facts: MediaFacts, rules: RuleBook): readonly Finding[];
};
