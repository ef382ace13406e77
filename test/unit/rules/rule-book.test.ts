import { describe, expect, it } from 'vitest';
import { loadGenerators } from '../../../lib/rules/generators';
import { loadRuleBook } from '../../../lib/rules/rule-book';

describe('loadRuleBook', () => {
  const book = loadRuleBook();

  it('holds every kind of rule', () => {
    expect(book.jurisdictions.map(({ id }) => id)).toContain('cn');
    expect(book.producers).toHaveLength(23);
    expect(book.generators).toHaveLength(25);
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
