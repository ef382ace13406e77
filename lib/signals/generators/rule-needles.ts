import type { FieldRef, FieldTest, GeneratorRule, ParameterRecipe } from '../../rules/generator-rule';
import type { XmpNeedle } from '../signal';
import { requiredPhrases } from './required-phrases';

/**
 * What an XMP packet must mention for a rule to look into it: the name of a property that a condition or a recipe
 * asks for, with the phrases that the condition's patterns cannot match without.
 *
 * A recipe runs only once a condition has met, so a property that conditions ask for as well is not named again.
 */
export function ruleNeedles({ match, parameters }: GeneratorRule): readonly XmpNeedle[] {
  const tests = match.flat();
  const tested = new Set(tests.flatMap((test) => xmpNames(test.in)));
  const told = parameters.flatMap((recipe) => xmpNames(refsOf(recipe))).filter((name) => !tested.has(name));
  return [...tests.flatMap(testNeedles), ...told.map((name) => [name])];
}

function testNeedles(test: FieldTest): readonly XmpNeedle[] {
  const phrases = test.test === 'text' ? test.patterns.flatMap(requiredPhrases) : [];
  return xmpNames(test.in).map((name) => [...phrases, name]);
}

const refsOf = (recipe: ParameterRecipe): readonly FieldRef[] =>
  recipe.parser === 'fields' ? Object.values(recipe.fields) : recipe.in;

/** Local names of the XMP properties among references: `xmp/{namespace URI}name`. */
const xmpNames = (refs: readonly FieldRef[]): readonly string[] =>
  refs.filter((ref) => ref.startsWith('xmp/')).map((ref) => ref.slice(ref.lastIndexOf('}') + 1));
