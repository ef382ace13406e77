import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGenerators } from '../../../lib/rules/generators';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { ROOT } from '../../support/source/modules';

describe('loadRuleBook', () => {
  const book = loadRuleBook();

  it('holds every kind of rule', () => {
    expect(book.producers).toHaveLength(23);
    const files = readdirSync(join(ROOT, 'assets/rules/generators'));
    expect(book.generators.map(({ id }) => `${id}.json`).sort()).toEqual(files.sort());
    expect(book.credits).toHaveLength(4);
  });

  it('is frozen to its leaves', () => {
    expect(Object.isFrozen(book)).toBe(true);
    expect(Object.isFrozen(book.producers[0]?.usccs)).toBe(true);
    expect(() => Object.assign(book.generators[0] ?? {}, { name: 'other' })).toThrow(TypeError);
  });

  it('gives its parts apart', () => {
    expect(loadGenerators()).toEqual(book.generators);
  });
});
