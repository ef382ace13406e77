import type { Field } from '../../facts/media-facts';
import type { Alternative, FieldTest, GeneratorRule, JsonMember } from '../../rules/generator-rule';
import { valuesAt } from '../json/json-path';
import { type JsonValue, scalarText } from '../json/json-value';
import { MAX_MATCH_CHARS } from '../signal-limits';
import type { FieldIndex } from './field-index';

/**
 * Whether a rule's pattern is in a file.
 *
 * @returns the field that met the first condition of the first alternative that holds: the evidence
 */
export function matchRule(rule: GeneratorRule, index: FieldIndex): Field | undefined {
  for (const alternative of rule.match) {
    const evidence = matchAlternative(alternative, index);
    if (evidence !== undefined) return evidence;
  }
  return undefined;
}

function matchAlternative([first, ...others]: Alternative, index: FieldIndex): Field | undefined {
  const evidence = fieldMeeting(first, index);
  if (evidence === undefined) return undefined;
  return others.every((test) => fieldMeeting(test, index) !== undefined) ? evidence : undefined;
}

function fieldMeeting(test: FieldTest, index: FieldIndex): Field | undefined {
  for (const ref of test.in) {
    const met = index.named(ref).find((field) => meets(test, field, index));
    if (met !== undefined) return met;
  }
  return undefined;
}

/** Whether a field meets one condition. */
export function meets(test: FieldTest, field: Field, index: FieldIndex): boolean {
  if (test.test === 'text') return test.patterns.every((pattern) => matches(pattern, field.value));
  const json = index.json(field, test.prefix);
  return json !== undefined && test.has.every((member) => hasMember(json, member));
}

function hasMember(json: JsonValue, { path, pattern }: JsonMember): boolean {
  const values = valuesAt(json, path);
  if (pattern === undefined) return values.length > 0;
  return values.some((value) => matches(pattern, scalarText(value) ?? ''));
}

const compiled = new Map<string, RegExp>();

function matches(pattern: string, text: string): boolean {
  const regex = compiled.get(pattern) ?? new RegExp(pattern, 'u');
  compiled.set(pattern, regex);
  return regex.test(text.slice(0, MAX_MATCH_CHARS));
}
