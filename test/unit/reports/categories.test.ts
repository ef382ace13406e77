import { describe, expect, it } from 'vitest';
import {
  basesIn,
  DEFAULT_CATEGORY,
  reportCategories,
  reportCategory,
  reportSource,
  reportSources,
} from '../../../lib/reports/categories';
import { momentOf } from '../../../lib/reports/moment';
import { MAX_LINE_CHARS, plainLine } from '../../../lib/reports/plain-line';

describe('the report categories', () => {
  it('are the thirteen of the proposal, each once, "other" last', () => {
    const ids = reportCategories.map(({ id }) => id);
    expect(ids).toHaveLength(13);
    expect(new Set(ids).size).toBe(13);
    expect(ids[0]).toBe(DEFAULT_CATEGORY);
    expect(ids.at(-1)).toBe('other');
  });

  it('are worded in both languages', () => {
    const texts = reportCategories.flatMap(({ name, meaning }) => [
      name['zh-CN'],
      name.en,
      meaning['zh-CN'],
      meaning.en,
    ]);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('rest on instruments that the file names, and only "other" rests on none', () => {
    const unknown = reportCategories
      .flatMap(({ bases }) => bases)
      .filter(({ source }) => !reportSource(source));
    expect(unknown).toEqual([]);
    expect(reportCategories.filter(({ bases }) => bases.length === 0).map(({ id }) => id)).toEqual(['other']);
  });

  it('hold back the clauses that were matched by content only', () => {
    const unconfirmed = reportCategories.flatMap(({ id, bases }) =>
      bases.filter(({ confirmed }) => !confirmed).map(({ source, clause }) => `${id} ${source} ${clause.en}`),
    );
    expect(unconfirmed).toEqual([
      'label-missing in-it-rules labelling duties',
      'label-tampered deep-synthesis Art. 18',
      'label-tampered eu-code signatories: no stripping',
      'label-tampered ca-sb942 §22757.3.1 (from 2027-01-01)',
      'label-tampered in-it-rules no removal of labels',
      'false-information dsa Art. 16',
      'fraud deep-synthesis Art. 7',
      'public-order deep-synthesis Art. 6',
      'public-order interim-measures Art. 4(1)',
      'minors anthropomorphic-measures as a whole',
      'wrongly-labelled labelling-measures Art. 10(2)',
    ]);
  });

  it('rest on other clauses in another profile', () => {
    const clauses = (profile: string) =>
      basesIn(reportCategory('identity-misused'), profile).map(({ clause }) => clause.en);
    expect(clauses('eu')).toEqual(['Art. 16', 'Art. 50(4)']);
    expect(clauses('cn')).toEqual(['Art. 17(2)', 'Art. 17(3)', 'Art. 4(4)']);
    expect(clauses('nowhere')).toEqual([]);
  });

  it('name https sources and dates', () => {
    for (const { url, inForce, checkedAt } of reportSources) {
      expect(url).toMatch(/^https:\/\//);
      expect([inForce, checkedAt].every((date) => /^\d{4}-\d\d-\d\d$/.test(date))).toBe(true);
    }
  });
});

describe('momentOf', () => {
  it('gives the legal time of China and UTC', () => {
    expect(momentOf('2026-12-31T18:00:00+01:00')).toEqual({
      china: '2027-01-01 01:00:00',
      utc: '2026-12-31T17:00:00Z',
    });
  });

  it('gives nothing for what is no instant', () => {
    expect(momentOf('yesterday')).toBeUndefined();
    expect(momentOf('+275760-09-13T00:00:00Z')).toBeUndefined();
  });
});

describe('plainLine', () => {
  it('puts everything on one line and turns no direction', () => {
    expect(plainLine(' a\r\n\u2029b\u0000\u202ec\t ')).toBe('a b c');
  });

  it('keeps a text at the limit and cuts one past it', () => {
    expect(plainLine('x'.repeat(MAX_LINE_CHARS))).toHaveLength(MAX_LINE_CHARS);
    expect(plainLine('x'.repeat(MAX_LINE_CHARS + 1))).toBe(`${'x'.repeat(MAX_LINE_CHARS - 1)}…`);
  });
});
