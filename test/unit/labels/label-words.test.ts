import { describe, expect, it } from 'vitest';
import cn from '../../../assets/rules/jurisdictions/cn.json';
import { labelWords } from '../../../lib/labels/label-words';
import { type Jurisdiction, LABEL_TEXT_KEYS } from '../../../lib/rules/jurisdiction';
import { loadJurisdictions } from '../../../lib/rules/jurisdictions';

const pack = cn as Jurisdiction;
const plan = (text: (typeof LABEL_TEXT_KEYS)[number]) =>
  ({ badge: 'confirmed', text, pending: false }) as const;

describe('labelWords with the Chinese pack', () => {
  it.each(LABEL_TEXT_KEYS)('words %s in both languages and cites only its own sources', (key) => {
    const sources = new Set(pack.sources.map(({ id }) => id));
    for (const language of ['zh-CN', 'en'] as const) {
      const words = labelWords(plan(key), pack, language);
      expect([words.label, words.compact, words.sentence].every((text) => text.trim() !== '')).toBe(true);
      expect(words.cites.length).toBeGreaterThan(0);
      expect(words.cites.filter(({ source }) => !sources.has(source))).toEqual([]);
    }
  });

  it.each(['confirmed.full', 'confirmed.partial', 'possible', 'suspected'] as const)(
    'gives %s both required elements in Chinese (GB 45438 5.2)',
    (key) => {
      const { label, sentence } = labelWords(plan(key), pack, 'zh-CN');
      expect(label).toMatch(/AI|人工智能/);
      expect(label).toMatch(/生成|合成/);
      expect(sentence).toMatch(/人工智能/);
      expect(sentence).toMatch(/生成|合成/);
    },
  );

  it.each([
    ['confirmed.full', '属于', '第六条第一款第（一）项'],
    ['possible', '可能为', '第六条第一款第（二）项'],
    ['suspected', '疑似', '第六条第一款第（三）项'],
  ] as const)('says %s with the verb of Article 6', (key, verb, clause) => {
    const { sentence, cites } = labelWords(plan(key), pack, 'zh-CN');
    expect(sentence).toContain(verb);
    expect(cites[0]).toEqual({ source: 'measures', clause });
  });

  it('claims neither verification nor authenticity', () => {
    const said = JSON.stringify(pack.texts);
    expect(said).not.toMatch(/verified|authentic|not AI|已验证|核验|真品|非AI/i);
  });

  it('refuses a text the pack does not word', () => {
    const empty: Jurisdiction = { ...pack, texts: [] };
    expect(() => labelWords(plan('possible'), empty, 'en')).toThrow(RangeError);
  });
});

describe('labelWords of what no file says', () => {
  const packs = loadJurisdictions().map((one) => ({ id: one.id, one }));

  it.each(packs)('does not put it into the file’s mouth: $id', ({ one }) => {
    for (const key of ['confirmed.full', 'confirmed.partial', 'possible', 'suspected'] as const)
      for (const saidBy of ['page', 'platform'] as const) {
        expect(labelWords({ ...plan(key), saidBy }, one, 'zh-CN').sentence).toMatch(/页面|平台/);
        expect(labelWords({ ...plan(key), saidBy }, one, 'en').sentence).not.toMatch(/file/);
      }
  });
});
