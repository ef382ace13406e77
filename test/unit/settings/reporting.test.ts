import { describe, expect, it } from 'vitest';
import { readManagedRecipients } from '../../../lib/settings/managed';
import {
  checkReporting,
  MAX_OWN_RECIPIENTS,
  NO_REPORTING,
  readRecipient,
} from '../../../lib/settings/reporting';

const row = (change: object = {}) => ({
  id: 'own-1',
  name: { 'zh-CN': '受理处', en: 'Desk' },
  kind: 'organization',
  purpose: 'abuse',
  channel: { kind: 'form', url: 'https://desk.example/form' },
  source: '',
  checkedAt: '2026-11-21',
  confidence: 'user',
  ...change,
});

describe('checkReporting', () => {
  it.each([undefined, null, 1, 'x', []])('takes %j for nothing entered', (value) => {
    expect(checkReporting(value)).toEqual(NO_REPORTING);
  });

  it('keeps good rows beside bad ones, and what the person said of themselves', () => {
    const reporter = { name: '张三', email: 'zhang@mail.example' };
    expect(checkReporting({ reporter, recipients: [row(), { id: 'bad' }, 7] })).toEqual({
      reporter,
      recipients: [row()],
    });
  });

  it('keeps no more rows than anybody has', () => {
    const many = Array.from({ length: MAX_OWN_RECIPIENTS + 1 }, (_, i) => row({ id: `own-${i}` }));
    expect(checkReporting({ recipients: many }).recipients).toHaveLength(MAX_OWN_RECIPIENTS);
  });
});

describe('readRecipient', () => {
  it.each([
    { kind: 'form', url: 'http://desk.example/' },
    { kind: 'form', url: 'javascript:alert(1)' },
    { kind: 'api', url: 'file:///etc/passwd' },
    { kind: 'mail', address: 'a@b.example?bcc=c@d.example' },
    { kind: 'phone', number: 'javascript:1' },
    { kind: 'fax', number: '1' },
  ])('refuses %j', (channel) => {
    expect(readRecipient(row({ channel }))).toBeUndefined();
  });

  it('keeps a described form', () => {
    const channel = {
      kind: 'form',
      url: 'https://desk.example/form',
      fields: [{ selector: '#url', value: 'page' }],
    };
    expect(readRecipient(row({ channel }))?.channel).toEqual(channel);
    expect(
      readRecipient(row({ channel: { ...channel, fields: [{ selector: '#p', value: 'password' }] } })),
    ).toBe(undefined);
  });

  it('takes no confidence that only shipped rows have', () => {
    expect(readRecipient(row({ confidence: 'H' }))).toBeUndefined();
  });
});

describe('readManagedRecipients', () => {
  const entry = {
    id: 'soc',
    name: '安全中心',
    channel: 'api',
    address: 'https://soc.example/reports',
    token: 'secret',
  };

  it('keeps the token apart from the row', () => {
    const [managed] = readManagedRecipients([entry]);
    expect(managed?.token).toBe('secret');
    expect(managed?.row).toEqual({
      id: 'soc',
      name: { 'zh-CN': '安全中心', en: '安全中心' },
      kind: 'organization',
      purpose: 'abuse',
      channel: { kind: 'api', url: 'https://soc.example/reports' },
      source: '',
      checkedAt: '',
      confidence: 'managed',
    });
    expect(JSON.stringify(managed?.row)).not.toContain('secret');
  });

  it('leaves out what is not right, and a token where there is no endpoint', () => {
    const mail = { ...entry, id: 'mail', channel: 'mail', address: 'soc@soc.example' };
    const managed = readManagedRecipients([{ ...entry, address: 'http://soc.example/' }, mail, 3, undefined]);
    expect(managed).toEqual([
      { row: expect.objectContaining({ id: 'mail', channel: { kind: 'mail', address: 'soc@soc.example' } }) },
    ]);
    expect(readManagedRecipients('nonsense')).toEqual([]);
  });
});
