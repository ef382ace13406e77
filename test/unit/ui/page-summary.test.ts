import { describe, expect, it } from 'vitest';
import { pageSummary } from '../../../lib/ui/model/page-summary';
import { sampleItems } from '../../support/ui-harness/samples';
import { wordItems } from '../../support/ui-harness/words';

describe('pageSummary', () => {
  it('says found, not found, unreadable and not looked at apart', () => {
    const counts = {
      labelled: 6,
      noLabel: 41,
      unreadable: 1,
      notChecked: { gone: 1, blocked: 3, 'private-network': 1, paused: 0 },
    };
    expect(pageSummary({ items: sampleItems(), counts })).toEqual({
      ai: 5,
      noLabel: 41,
      unreadable: 1,
      notChecked: [
        { reason: 'blocked', count: 3 },
        { reason: 'gone', count: 1 },
        { reason: 'private-network', count: 1 },
      ],
      total: 53,
    });
  });

  it('counts a medium once that the page speaks of though its file was not read', () => {
    const counts = { labelled: 4, noLabel: 0, unreadable: 0, notChecked: { 'needs-sign-in': 1 } };
    expect(pageSummary({ items: wordItems(), counts }).total).toBe(4);
  });

  it('is all zero on a page without pictures', () => {
    const counts = { labelled: 0, noLabel: 0, unreadable: 0, notChecked: {} };
    expect(pageSummary({ items: [], counts })).toEqual({
      ai: 0,
      noLabel: 0,
      unreadable: 0,
      notChecked: [],
      total: 0,
    });
  });
});
