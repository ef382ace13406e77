import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import { daysSince } from '../../../lib/reports/recipients/age';
import {
  otherRecipients,
  type ProposalInput,
  proposeRecipients,
} from '../../../lib/reports/recipients/propose';
import type { RecipientRow } from '../../../lib/rules/recipient-row';
import { sampleItems } from '../../support/ui-harness/samples';

function item(id: string) {
  const found = sampleItems().find((one) => one.id === id);
  if (found === undefined) throw new Error(`no sample ${id}`);
  return found;
}

function input(change: Partial<ProposalInput> = {}): ProposalInput {
  return {
    item: item('doubao'),
    pageUrl: 'https://news.example/story/42',
    profile: 'cn',
    categoryId: 'label-missing',
    own: [],
    managed: [],
    ...change,
  };
}

function row(id: string, change: Partial<RecipientRow> = {}): RecipientRow {
  return {
    id,
    name: { 'zh-CN': id, en: id },
    kind: 'platform',
    purpose: 'abuse',
    channel: { kind: 'form', url: 'https://a.example/report' },
    source: 'a test',
    checkedAt: '2026-11-21',
    confidence: 'H',
    ...change,
  };
}

const said = (list: ReturnType<typeof proposeRecipients>) =>
  list.map((one) => [one.row.id, one.why, one.matched]);

describe('proposeRecipients', () => {
  it('proposes the authority of the profile, then the producer’s privacy desk, the site’s own menu last', () => {
    expect(said(proposeRecipients(input()))).toEqual([
      ['cn-12377-site', 'authority', 'cn'],
      ['cn-12377-mail', 'authority', 'cn'],
      ['cn-12377-phone', 'authority', 'cn'],
      ['bytedance-privacy', 'producer', '91110102MACQD9K640'],
      ['site:news.example', 'fallback', ''],
    ]);
  });

  it('proposes the platform of the page first, by the category it takes', () => {
    const weibo = { pageUrl: 'https://m.weibo.cn/status/1' };
    expect(said(proposeRecipients(input(weibo)))[0]).toEqual(['weibo-menu', 'page-host', 'm.weibo.cn']);
    const fraud = proposeRecipients(input({ ...weibo, categoryId: 'fraud' }));
    expect(fraud.map((one) => one.row.id)).not.toContain('weibo-menu');
  });

  it('does not take a host for another that ends alike', () => {
    const ids = proposeRecipients(input({ pageUrl: 'https://notweibo.com/' })).map((one) => one.row.id);
    expect(ids).not.toContain('weibo-menu');
  });

  it('leaves an authority to its own profile', () => {
    expect(said(proposeRecipients(input({ profile: 'eu' })))).toEqual([
      ['bytedance-privacy', 'producer', '91110102MACQD9K640'],
      ['site:news.example', 'fallback', ''],
    ]);
  });

  it('takes a privacy desk for the right one where privacy is the matter', () => {
    const first = proposeRecipients(input({ categoryId: 'privacy' }))[0];
    expect([first?.row.id, first?.why]).toEqual(['bytedance-privacy', 'producer']);
  });

  it('puts weak sources behind good ones', () => {
    const ids = proposeRecipients(input({ pageUrl: 'https://www.toutiao.com/a1' })).map((one) => one.row.id);
    expect(ids.indexOf('toutiao-mail')).toBeGreaterThan(ids.indexOf('cn-12377-phone'));
    expect(ids.indexOf('toutiao-mail')).toBeLessThan(ids.indexOf('site:www.toutiao.com'));
  });

  it('puts presets of an organisation first, own ones behind, tied ones only where they match', () => {
    const managed = row('desk', { confidence: 'managed' });
    const own = [
      row('mine', { confidence: 'user', hosts: ['news.example'] }),
      row('elsewhere', { confidence: 'user', hosts: ['other.example'] }),
    ];
    const list = proposeRecipients(input({ managed: [managed], own }));
    expect(said(list).slice(0, 2)).toEqual([
      ['desk', 'managed', ''],
      ['mine', 'own', 'news.example'],
    ]);
    expect(list.map((one) => one.row.id)).not.toContain('elsewhere');
    expect(otherRecipients(input({ managed: [managed], own }), list).map(({ id }) => id)).toContain(
      'elsewhere',
    );
  });

  it('lets a corrected row stand in the place of the shipped one', () => {
    const corrected = row('cn-12377-site', { confidence: 'user', kind: 'authority', profiles: ['cn'] });
    const [first] = proposeRecipients(input({ own: [corrected] }));
    expect(first).toEqual({ row: corrected, why: 'own', matched: '' });
  });

  it('names a signer only of a credential that passed', () => {
    const signed = (integrity: 'intact' | 'content-changed') => {
      const sample = item('doubao');
      const signedBy = { organization: fileText('OpenAI OpCo, LLC') };
      const credential = {
        kind: 'checked',
        integrity,
        signer: 'signed-listed',
        signedBy,
        failed: [],
        codes: [],
      };
      return { ...sample, inspection: { ...sample.inspection, credential } } as unknown as typeof sample;
    };
    const why = (sample: ReturnType<typeof signed>) =>
      proposeRecipients(input({ item: sample })).find((one) => one.row.id === 'openai-form')?.why;
    expect(why(signed('intact'))).toBe('signer');
    expect(why(signed('content-changed'))).toBeUndefined();
  });

  it('names nobody by a code whose check digit fails', () => {
    const ids = proposeRecipients(input({ item: item('forged') })).map((one) => one.why);
    expect(ids).not.toContain('producer');
  });

  it('copes with addresses that are none', () => {
    const list = proposeRecipients(input({ pageUrl: 'about:blank' }));
    expect(list.at(-1)?.row.id).toBe('site:');
  });
});

describe('daysSince', () => {
  it('counts whole days, never below none', () => {
    expect(daysSince('2026-11-21', '2026-11-22T12:00:00+08:00')).toBe(1);
    expect(daysSince('2026-11-21', '2026-11-20T00:00:00Z')).toBe(0);
    expect(daysSince('', '2026-11-20T00:00:00Z')).toBeUndefined();
  });
});
