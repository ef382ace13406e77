import { describe, expect, it } from 'vitest';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { requiredPhrases } from '../../../lib/signals/generators/required-phrases';
import { ruleNeedles } from '../../../lib/signals/generators/rule-needles';
import { plainPhrases } from '../../../lib/signals/plain-phrases';
import { xmpNeedles } from '../../../lib/signals/xmp-needles';

const rules = loadRuleBook();
const CREATOR_TOOL = 'xmp/{http://ns.adobe.com/xap/1.0/}CreatorTool';

describe('requiredPhrases', () => {
  it.each([
    ['^Draw Things', ['Draw Things']],
    ['^reve\\.com$', ['reve.com']],
    ['Steps: \\d+, Sampler: ', ['Steps:', ', Sampler:']],
    ['^(?:Foo|Bar) Baz', ['Baz']],
    ['colou?r tool', ['colo', 'r tool']],
    ['abcd*efg', ['abc', 'efg']],
    ['abcd{0,2}efg', ['abc', 'efg']],
    ['abcd+efg', ['abcd', 'efg']],
    ['[a(b]\\(cde\\)', ['(cde)']],
    ['Made with "AI" & more', ['Made with', 'more']],
    ['生成 by Tool', ['by Tool']],
    ['one|two', []],
    ['\\u{41}IGC', []],
    ['\\p{L}name', []],
    ['(unclosed', []],
  ])('of %s', (pattern, phrases) => {
    expect(requiredPhrases(pattern)).toEqual(phrases);
  });

  it('stand in the examples that rules of the book match by text', () => {
    const missing = rules.generators.flatMap(({ id, match, example }) =>
      match
        .flat()
        .flatMap((test) => (test.test === 'text' ? [test] : []))
        .flatMap((test) =>
          example.filter((field) => test.in.includes(field.in)).map((field) => ({ test, field })),
        )
        .filter(({ test, field }) => test.patterns.every((one) => new RegExp(one, 'u').test(field.value)))
        .flatMap(({ test, field }) =>
          test.patterns.flatMap(requiredPhrases).filter((one) => !field.value.includes(one)),
        )
        .map((phrase) => `${id}: ${phrase}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('plainPhrases', () => {
  it('are cut at what XML writes as entities and at other than ASCII', () => {
    expect(plainPhrases('Made by R&D 中文 <Tool> "of" ours')).toEqual(['Made by R', 'Tool', 'ours']);
  });
});

describe('ruleNeedles', () => {
  const base = {
    id: 'x',
    name: 'X',
    source: 's',
    checkedAt: '2026-11-21',
    example: [{ in: 'exif/Software', value: 'x' }],
    counterExample: [{ in: 'exif/Software', value: 'y' }],
  } as const;

  it('name the property with the phrases of its patterns', () => {
    const match = [
      [{ test: 'text', in: [CREATOR_TOOL, 'exif/Software'], patterns: ['^Tool X', 'v\\d beta'] }],
    ] as const;
    const needles = ruleNeedles({ ...base, confidence: 'H', match, parameters: [] });
    expect(needles).toEqual([['Tool X', ' beta'.trim(), 'CreatorTool']]);
  });

  it('name what only a recipe asks for, and nothing for rules without XMP', () => {
    const match = [[{ test: 'text', in: ['exif/Software'], patterns: ['^X'] }]] as const;
    const parameters = [{ parser: 'fields', fields: { version: CREATOR_TOOL } }] as const;
    expect(ruleNeedles({ ...base, confidence: 'H', match, parameters })).toEqual([['CreatorTool']]);
    expect(ruleNeedles({ ...base, confidence: 'H', match, parameters: [] })).toEqual([]);
  });
});

describe('xmpNeedles', () => {
  it('are declared by every signal, so that packets that matter to none are not parsed', () => {
    expect(xmpNeedles(rules)).toContainEqual(['AIGC']);
    expect(xmpNeedles(rules)).toContainEqual(['Made with Google AI', 'Credit']);
  });

  it('are ASCII without the characters that have entities', () => {
    expect((xmpNeedles(rules) ?? []).flat().filter((phrase) => /[^\x20-\x7e]|[<>&"']/.test(phrase))).toEqual(
      [],
    );
  });
});
