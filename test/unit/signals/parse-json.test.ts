import { describe, expect, it } from 'vitest';
import { MAX_DEPTH } from '../../../lib/bytes/limits';
import { valuesAt } from '../../../lib/signals/json/json-path';
import { anyText, compactJson, scalarText } from '../../../lib/signals/json/json-value';
import { parseJson, parseJsonPrefix } from '../../../lib/signals/json/parse-json';
import { MAX_JSON_VALUES } from '../../../lib/signals/signal-limits';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('parseJson', () => {
  it('keeps the digits of numbers that do not fit a double', () => {
    expect(parseJson('{"seed": 18446744073709551615}')).toEqual(
      new Map([['seed', { literal: '18446744073709551615' }]]),
    );
  });

  it.each([
    ['"a\\n\\u8bc6\\"\\/"', 'a\n识"/'],
    ['[]', []],
    ['{}', new Map()],
    ['[1, -2.5e3, true, null]', ['1', '-2.5e3', 'true', 'null'].map((literal) => ({ literal }))],
    ['[NaN, -Infinity]', [{ literal: 'NaN' }, { literal: '-Infinity' }]],
    ['"line\nfeed"', 'line\nfeed'],
    [' \t\r\n"x" \n', 'x'],
  ])('reads %j', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it.each([
    '',
    '{',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,}',
    '[1,]',
    '[1 2]',
    '"a',
    '"\\x"',
    '"\\u12g4"',
    'a',
    '{a:1}',
    '1 2',
    '-',
    '{"a":1}}',
  ])('refuses %j', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  it('takes __proto__ for a name like any other', () => {
    const value = parseJson('{"__proto__": {"polluted": "yes"}, "constructor": 1}');
    expect(value).toEqual(
      new Map<string, unknown>([
        ['__proto__', new Map([['polluted', 'yes']])],
        ['constructor', { literal: '1' }],
      ]),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('reads to the depth limit and refuses what goes beyond', () => {
    expect(parseJson(nested(MAX_DEPTH + 1))).toBeDefined();
    expect(parseJson(nested(MAX_DEPTH + 2))).toBeUndefined();
    expect(parseJson('{"AIGC":'.repeat(20_000))).toBeUndefined();
  });

  it('reads to the limit of values and refuses what goes beyond', () => {
    const list = (items: number) => `[${'0,'.repeat(items - 1)}0]`;
    expect(parseJson(list(MAX_JSON_VALUES - 1))).toHaveLength(MAX_JSON_VALUES - 1);
    expect(parseJson(list(MAX_JSON_VALUES))).toBeUndefined();
  });

  it('says where JSON ends that something follows', () => {
    expect(parseJsonPrefix('{"a":"b"}\0rest')).toEqual({ value: new Map([['a', 'b']]), end: 9 });
  });
});

describe('values', () => {
  it('are text when scalar, compact JSON when not, nothing when null', () => {
    const value = parseJson('{"s":"x","n":7.50,"t":true,"z":null,"o":{"a":[1,"b"]}}');
    const at = (name: string) => valuesAt(value ?? '', name)[0];
    expect(['s', 'n', 't', 'z'].map((name) => scalarText(at(name)))).toEqual([
      'x',
      '7.50',
      'true',
      undefined,
    ]);
    expect(anyText(at('o'))).toBe('{"a":[1,"b"]}');
    expect(compactJson(value ?? '')).toBe('{"s":"x","n":7.50,"t":true,"z":null,"o":{"a":[1,"b"]}}');
  });

  it('are found by path, through wildcards and through JSON inside strings', () => {
    const value = parseJson('{"a":[{"b":"1"},{"b":"2"}],"inner":"{\\"c\\":\\"3\\"}"}') ?? '';
    expect(valuesAt(value, 'a.*.b')).toEqual(['1', '2']);
    expect(valuesAt(value, 'a.1.b')).toEqual(['2']);
    expect(valuesAt(value, 'inner.c')).toEqual(['3']);
    expect(valuesAt(value, 'a.2.b')).toEqual([]);
    expect(valuesAt(value, 'a.b')).toEqual([]);
  });
});
