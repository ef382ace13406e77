import { describe, expect, it } from 'vitest';
import {
  MAX_BYTES_PER_PAGE,
  MAX_READS_PER_PAGE,
  pageBudget,
} from '../../../entrypoints/background/page-budget';

describe('pageBudget', () => {
  it('ends with the reads or the bytes of one document', () => {
    const budget = pageBudget();
    budget.spend('a', { reads: MAX_READS_PER_PAGE - 1, bytes: 0 });
    expect(budget.hasLeft('a')).toBe(true);
    budget.spend('a', { reads: 1, bytes: 0 });
    expect(budget.hasLeft('a')).toBe(false);
    budget.spend('b', { reads: 1, bytes: MAX_BYTES_PER_PAGE });
    expect(budget.hasLeft('b')).toBe(false);
    expect(budget.hasLeft('c')).toBe(true);
  });

  it('remembers a bounded number of documents', () => {
    const budget = pageBudget();
    budget.spend('first', { reads: MAX_READS_PER_PAGE, bytes: 0 });
    for (let page = 0; page < 200; page += 1) budget.spend(`${page}`, { reads: 1, bytes: 1 });
    expect(budget.hasLeft('first')).toBe(true);
  });
});
