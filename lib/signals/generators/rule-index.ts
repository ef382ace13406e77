import type { FieldRef, FieldTest, GeneratorRule } from '../../rules/generator-rule';
import type { FieldIndex } from './field-index';
import { meets } from './match-rule';

/** A first condition of a rule, by the rule's number in the book. */
type FirstTest = { readonly number: number; readonly test: FieldTest };

/** The first conditions of all alternatives, by the fields they ask for. */
type RuleIndex = ReadonlyMap<FieldRef, readonly FirstTest[]>;

/** Built once for each list of rules and forgotten with it. */
const indexes = new WeakMap<readonly GeneratorRule[], RuleIndex>();

/**
 * The rules of which a file meets the first condition of an alternative, in the order of the book; no other can match.
 *
 * Goes from the fields a file has to the conditions that ask for them: most files have a handful of fields, and most
 * conditions ask for others, so this spares nearly all of the matching.
 */
export function rulesBegun(rules: readonly GeneratorRule[], index: FieldIndex): readonly GeneratorRule[] {
  const table = indexes.get(rules) ?? buildIndex(rules);
  const numbers = new Set<number>();
  for (const ref of index.refs())
    for (const { number, test } of table.get(ref) ?? [])
      if (!numbers.has(number) && index.named(ref).some((field) => meets(test, field, index)))
        numbers.add(number);
  return [...numbers].sort((a, b) => a - b).flatMap((number) => rules[number] ?? []);
}

function buildIndex(rules: readonly GeneratorRule[]): RuleIndex {
  const index = new Map<FieldRef, FirstTest[]>();
  for (const [number, { match }] of rules.entries())
    for (const [test] of match)
      for (const ref of test.in) {
        const known = index.get(ref);
        if (known === undefined) index.set(ref, [{ number, test }]);
        else known.push({ number, test });
      }
  indexes.set(rules, index);
  return index;
}
