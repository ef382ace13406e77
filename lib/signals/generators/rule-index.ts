import type { FieldRef, GeneratorRule } from '../../rules/generator-rule';

/** The rules of a book by the fields without which they cannot match. */
type RuleIndex = ReadonlyMap<FieldRef, readonly number[]>;

/** Built once for each list of rules and forgotten with it. */
const indexes = new WeakMap<readonly GeneratorRule[], RuleIndex>();

/**
 * The rules that may match a file, in the order of the book: an alternative needs a field that its first condition
 * names. Most files have a handful of fields and most rules name others, so this spares nearly all of the matching.
 *
 * @param present the fields the file has, by reference
 */
export function rulesNaming(
  rules: readonly GeneratorRule[],
  present: Iterable<FieldRef>,
): readonly GeneratorRule[] {
  const index = indexes.get(rules) ?? buildIndex(rules);
  const numbers = new Set<number>();
  for (const ref of present) for (const number of index.get(ref) ?? []) numbers.add(number);
  return [...numbers].sort((a, b) => a - b).flatMap((number) => rules[number] ?? []);
}

function buildIndex(rules: readonly GeneratorRule[]): RuleIndex {
  const index = new Map<FieldRef, number[]>();
  for (const [number, { match }] of rules.entries())
    for (const ref of match.flatMap(([first]) => first.in)) {
      const known = index.get(ref);
      if (known === undefined) index.set(ref, [number]);
      else known.push(number);
    }
  indexes.set(rules, index);
  return index;
}
