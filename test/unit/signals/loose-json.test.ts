import { describe, expect, it } from 'vitest';
import { MAX_DEPTH } from '../../../lib/bytes/limits';
import {
  MAX_LOOSE_CHARS,
  MAX_LOOSE_ESCAPES,
  MAX_LOOSE_VALUES,
  parseLooseJson,
} from '../../../lib/signals/json/loose-json';

const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('parseLooseJson', () => {
  it.each([
    ["{'a': 'b'}", new Map([['a', 'b']])],
    ['{“a”：“b”}', undefined],
    ['{“a”:“b”}', new Map([['a', 'b']])],
    ['{"a":"b",}', new Map([['a', 'b']])],
    [
      '{a: 1, b=two words }',
      new Map<string, unknown>([
        ['a', { literal: '1' }],
        ['b', 'two words'],
      ]),
    ],
    [
      "{'a': None, 'b': True}",
      new Map([
        ['a', { literal: 'null' }],
        ['b', { literal: 'true' }],
      ]),
    ],
    ["['it\\'s', '\\u8bc6\\n']", ["it's", '识\n']],
    ['[]', []],
    ["{'a': {'b': ['c']}} ", new Map([['a', new Map([['b', ['c']]])]])],
  ])('reads %j', (text, value) => {
    expect(parseLooseJson(text)).toEqual(value);
  });

  it.each([
    '',
    'a',
    '{',
    '{a}',
    "{'a': 'b",
    "{'a': 'b'} c",
    '{:1}',
    '{a:}',
    '{,}',
    "{'a' 'b'}",
    '"a"',
    "{'a':'\\",
  ])('refuses %j', (text) => {
    expect(parseLooseJson(text)).toBeUndefined();
  });

  it('is bounded by depth, values and length', () => {
    expect(parseLooseJson(lists(MAX_DEPTH + 1))).toBeDefined();
    expect(parseLooseJson(lists(MAX_DEPTH + 2))).toBeUndefined();
    expect(parseLooseJson(`[${'a,'.repeat(MAX_LOOSE_VALUES - 1)}]`)).toHaveLength(MAX_LOOSE_VALUES - 1);
    expect(parseLooseJson(`[${'a,'.repeat(MAX_LOOSE_VALUES)}]`)).toBeUndefined();
    expect(parseLooseJson(`['${'\\n'.repeat(MAX_LOOSE_ESCAPES)}']`)).toEqual([
      '\n'.repeat(MAX_LOOSE_ESCAPES),
    ]);
    expect(parseLooseJson(`['${'\\n'.repeat(MAX_LOOSE_ESCAPES + 1)}']`)).toBeUndefined();
    expect(parseLooseJson(`['${'a'.repeat(MAX_LOOSE_CHARS - 4)}']`)).toBeDefined();
    expect(parseLooseJson(`['${'a'.repeat(MAX_LOOSE_CHARS - 3)}']`)).toBeUndefined();
  });
});
