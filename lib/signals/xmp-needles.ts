import type { RuleBook } from '../rules/rule-book';
import { SIGNALS } from './registry';
import type { XmpNeedle } from './signal';

/**
 * What the text of an XMP packet must mention for any signal to find something in it: all phrases of one needle.
 *
 * @returns `undefined` where a signal does not say what it looks for; then every packet is to be read
 */
export function xmpNeedles(rules: RuleBook): readonly XmpNeedle[] | undefined {
  const needles: XmpNeedle[] = [];
  for (const { xmpNeedles: declared } of SIGNALS) {
    if (declared === undefined) return undefined;
    needles.push(...declared(rules));
  }
  return needles;
}
