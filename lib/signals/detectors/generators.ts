import { fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import type { Field } from '../../facts/media-facts';
import type { GeneratorRule } from '../../rules/generator-rule';
import type { Finding } from '../finding';
import { FieldIndex } from '../generators/field-index';
import { matchRule } from '../generators/match-rule';
import { readParameters } from '../generators/read-parameters';
import { rulesBegun } from '../generators/rule-index';
import { ruleNeedles } from '../generators/rule-needles';
import type { Signal } from '../signal';

/** Traces that generators leave in a file, by the rules in `assets/rules/generators`. */
const signal: Signal = {
  id: 'generators',
  cites: 'assets/rules/generators/*.json, each with its own source; Labelling Measures Article 6 (3)',
  xmpNeedles: (rules) => rules.generators.flatMap(ruleNeedles),
  detect(facts, rules) {
    if (facts.fields.length === 0) return [];
    const index = new FieldIndex(facts);
    const hits = rulesBegun(rules.generators, index).flatMap((rule) => asHit(rule, index));
    const outranked = new Set(hits.flatMap(({ rule }) => rule.over ?? []));
    return hits.filter(({ rule }) => !outranked.has(rule.id)).map((hit) => asFinding(hit, index));
  },
};

export default signal;

type Hit = { readonly rule: GeneratorRule; readonly evidence: Field };

function asHit(rule: GeneratorRule, index: FieldIndex): readonly Hit[] {
  const evidence = matchRule(rule, index);
  return evidence === undefined ? [] : [{ rule, evidence }];
}

/** A trace, not a statement: parameters are trivially copied, and say nothing of how much was generated. */
function asFinding({ rule, evidence }: Hit, index: FieldIndex): Finding {
  return {
    signal: `generator:${rule.id}`,
    place: evidence.place,
    raw: fileText(evidence.value, MAX_RAW_CHARS),
    states: { kind: 'ai', state: 'suspected', extent: 'unknown' },
    assurance: 'unsigned',
    remarks: [],
    generator: readParameters(rule, index),
  };
}
