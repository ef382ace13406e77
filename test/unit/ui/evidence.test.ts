import { describe, expect, it } from 'vitest';
import type { PageItem } from '../../../lib/messages/page-items';
import type { Assurance } from '../../../lib/signals/finding';
import { wordsIn } from '../../../lib/ui/i18n';
import { conflictsOf } from '../../../lib/ui/model/conflicts';
import {
  assuranceWords,
  basisKey,
  knownFrom,
  signalWords,
  statementWords,
} from '../../../lib/ui/model/finding-words';
import { gbLabelOf } from '../../../lib/ui/model/gb-label-of';
import { generatorRows } from '../../../lib/ui/model/generator-rows';
import { leadingFinding, proofOf } from '../../../lib/ui/model/leading-finding';
import { providerCodeFields } from '../../../lib/ui/model/provider-code';
import { doubao, forged, HOSTILE, sampleItems } from '../../support/ui-harness/samples';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');

function sample(id: string): PageItem {
  const item = sampleItems().find((one) => one.id === id);
  if (item === undefined) throw new Error(`no sample ${id}`);
  return item;
}

describe('the leading finding', () => {
  it('is the best assured one, wherever it stands', () => {
    expect(leadingFinding(sample('doubao').inspection.verdict)?.signal).toBe('c2pa');
    expect(leadingFinding(sample('comfy').inspection.verdict)?.signal).toBe('generator:comfyui');
    expect(leadingFinding({ kind: 'no-label', looked: [] })).toBeUndefined();
  });

  it('bounds what is proved', () => {
    expect(
      ['doubao', 'partial', 'comfy', 'broken'].map((id) => proofOf(sample(id).inspection.verdict)),
    ).toEqual(['signed', 'unsigned', 'unsigned', 'broken']);
  });
});

describe('a signature', () => {
  const [credential] = sample('doubao').inspection.findings.filter(({ signal }) => signal === 'c2pa');
  if (credential === undefined) throw new Error('no credential');
  const provedBy = (assurance: Assurance) =>
    proofOf({ kind: 'captured', because: [{ ...credential, assurance }] });

  it.each([
    ['signed-listed', 'signed'],
    ['signed-interim', 'signed'],
    ['signed-own', 'signed'],
    ['signed-unlisted', 'signed-by-name'],
    ['signed-expired', 'signed-by-name'],
    ['signed-revoked', 'unsigned'],
    ['signed-unbound', 'unsigned'],
    ['pending', 'pending'],
  ] as const)('of assurance %s proves: %s', (assurance, proof) => {
    expect(provedBy(assurance)).toBe(proof);
  });
});

describe('a finding in words', () => {
  const [comfy] = sample('comfy').inspection.findings;
  if (comfy === undefined) throw new Error('no finding');

  it('tells a credential that failed from what nobody signed', () => {
    const [credential] = sample('doubao').inspection.findings.filter(({ signal }) => signal === 'c2pa');
    if (credential === undefined) throw new Error('no credential');
    expect(assuranceWords({ ...credential, assurance: 'unsigned' }, zh)).toBe('凭证未通过验证');
    expect(assuranceWords({ ...credential, assurance: 'signed-listed' }, zh)).toBe('签名完好 · 签名者在名录');
    expect(assuranceWords(comfy, zh)).toBe('未签名');
  });

  it('names its signal, its source and its clause', () => {
    expect(signalWords(comfy, zh)).toBe('生成工具痕迹 · ComfyUI');
    expect(knownFrom(comfy, zh)).toBe('依据 ComfyUI 留在文件里的生成参数（未签名）。');
    expect(basisKey(comfy)).toBe('basis.generator');
    const { generator: _, ...bare } = comfy;
    expect(signalWords(bare, en)).toBe('Generator trace · comfyui');
  });

  it('states origin in the words of Article 6', () => {
    expect(statementWords({ kind: 'ai', state: 'confirmed', extent: 'full' }, zh)).toBe(
      '人工智能生成合成：属于（全部）',
    );
    expect(statementWords({ kind: 'ai', state: 'suspected', extent: 'unknown' }, zh)).toBe(
      '人工智能生成合成：疑似（范围未说明）',
    );
    expect(statementWords({ kind: 'captured' }, en)).toBe('taken by a camera or similar device');
  });
});

describe('contradictions', () => {
  it('shows each once: the failing check digit, the file against itself, the finding that says otherwise', () => {
    expect(conflictsOf(sample('forged'), en)).toEqual([
      { id: 'origin-contradiction ', words: en('remark.origin-contradiction') },
      {
        id: 'producer-check-digit 001161013359632517' + '1T1210000',
        words: en('remark.producer-check-digit'),
        value: forged.raw,
      },
      {
        id: 'finding 0',
        words:
          'Another piece of evidence says otherwise: Content credential (C2PA) — taken by a camera or similar device',
        value: 'JPEG › APP11 › JUMBF › c2pa.actions.v2',
      },
    ]);
  });

  it('has none where nothing contradicts', () => {
    expect(conflictsOf(sample('doubao'), zh)).toEqual([]);
  });

  it('does not set a finding against a verdict it agrees with', () => {
    const { inspection } = sample('forged');
    const verdict = inspection.verdict;
    if (verdict.kind !== 'ai') throw new Error('the sample is AI');
    const itself = { ...inspection, remarks: [], verdict: { ...verdict, conflicts: verdict.because } };
    const ids = conflictsOf({ inspection: itself }, en).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('finding'))).toEqual([]);
  });
});

describe('a provider code', () => {
  it('is split into its fields in order', () => {
    if (doubao.code === undefined) throw new Error('no code');
    expect(providerCodeFields(doubao.code, zh)).toEqual([
      { name: '标识格式', value: '00' },
      { name: '主体类型', value: '1', means: '组织' },
      { name: '绑定方式', value: '1', means: '统一社会信用代码' },
      { name: '主体编码', value: '91110102MACQD9K640' },
      { name: '服务类型', value: '1', means: '生成合成' },
      { name: '模型或应用', value: '0000' },
    ]);
  });

  it('gives no meaning to values nobody has established', () => {
    if (doubao.code === undefined) throw new Error('no code');
    const fields = providerCodeFields({ ...doubao.code, subjectType: '9', service: '7' }, zh);
    expect(fields.filter(({ means }) => means !== undefined).map(({ name }) => name)).toEqual(['绑定方式']);
  });
});

describe('what an item is summarised by', () => {
  it('is its GB 45438 label, where it has one', () => {
    expect(gbLabelOf(sample('doubao'))?.producer?.company?.id).toBe('bytedance-doubao');
    expect(gbLabelOf(sample('comfy'))).toBeUndefined();
  });
});

describe('generation settings', () => {
  it('come in a fixed order, values untouched', () => {
    const generator = sample('comfy').inspection.findings[0]?.generator;
    if (generator === undefined) throw new Error('no settings');
    const rows = generatorRows(generator, en);
    expect(rows.map(({ name }) => name)).toEqual([
      'Tool',
      'Version',
      'Model',
      'Prompt',
      'Negative prompt',
      'Seed',
      'Steps',
      'Sampler',
      'Guidance',
      'Size',
      'LoRAs',
    ]);
    expect(rows[3]?.value).toContain(HOSTILE);
    expect(rows.at(-1)?.value).toBe('film_grain_v2 (0.8)\ntibet_style (0.6)');
  });

  it('leaves out what the tool did not write', () => {
    expect(generatorRows({ tool: 'NovelAI' }, en)).toEqual([{ name: 'Tool', value: 'NovelAI' }]);
  });
});
