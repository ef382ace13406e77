import type { MediaFacts } from '../facts/media-facts';
import type { RuleBook } from '../rules/rule-book';
import type { Finding } from './finding';
import type { Signal } from './signal';
import { MAX_FINDINGS } from './signal-limits';

const DETECTORS = import.meta.glob<Signal>('./detectors/*.ts', { eager: true, import: 'default' });

/** Every signal there is: one file each in `detectors/`, in file-name order. */
export const SIGNALS: readonly Signal[] = Object.values(DETECTORS);

/** Ids of all signals: what a verdict `no-label` says it looked for. */
export const SIGNAL_IDS: readonly Signal['id'][] = SIGNALS.map(({ id }) => id);

/**
 * All findings of one file, signal by signal, at most MAX_FINDINGS. Pure and synchronous; a detector that
 * throws is a bug of ours and is let through.
 */
export function detectAll(facts: MediaFacts, rules: RuleBook): readonly Finding[] {
  return SIGNALS.flatMap((signal) => signal.detect(facts, rules)).slice(0, MAX_FINDINGS);
}
