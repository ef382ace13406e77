import { describe, expect, it } from 'vitest';
import { inspectText, MAX_INSPECTED_CHARS } from '../../../lib/inspect/inspect-text';
import { loadRuleBook } from '../../../lib/rules/rule-book';

const rules = loadRuleBook();
const inspect = async (text: string) => {
  const { inspection, hidden } = await inspectText(text, rules);
  const { verdict, findings } = inspection;
  return { kind: verdict.kind, found: findings.map(({ signal, raw }) => [signal, raw]), hidden };
};

describe('inspectText', () => {
  it('finds an explicit label in words once', async () => {
    expect(await inspect('今天的菜谱如下。\n\n（内容由AI生成，仅供参考）')).toEqual({
      kind: 'ai',
      found: [['visible-mark', '（内容由AI生成，仅供参考）']],
      hidden: [],
    });
  });

  it('finds a label in front matter as a declaration', async () => {
    const { inspection } = await inspectText('---\nAIGC: {"Label":"1","ProduceID":"x"}\n---\n正文', rules);
    expect(inspection.verdict).toMatchObject({ kind: 'ai', state: 'possible' });
    expect(inspection.findings.map(({ signal }) => signal)).toEqual(['gb45438']);
  });

  it('takes hidden characters for no evidence', async () => {
    const { kind, found, hidden } = await inspect('两\u200b个\u200b字');
    expect([kind, found]).toEqual(['no-label', []]);
    expect(hidden).toMatchObject([{ kind: 'zero-width', count: 2 }]);
  });

  it('says that the rest of a longer text was not read', async () => {
    const { inspection } = await inspectText(`${'字'.repeat(MAX_INSPECTED_CHARS)}\n内容由AI生成`, rules);
    expect(inspection.verdict.kind).toBe('no-label');
    expect(inspection.remarks).toEqual([{ code: 'rest-not-read' }]);
    expect(inspection.read.bytes).toBe(3 * MAX_INSPECTED_CHARS);
  });

  it('is none for empty text', async () => {
    expect(await inspect('')).toEqual({ kind: 'no-label', found: [], hidden: [] });
  });
});
