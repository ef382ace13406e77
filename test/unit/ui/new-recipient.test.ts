import { describe, expect, it } from 'vitest';
import { recipientDirectory } from '../../../lib/reports/recipients/directory';
import { type EnteredRecipient, newRecipient } from '../../../lib/ui/model/new-recipient';

const entered = (change: Partial<EnteredRecipient> = {}): EnteredRecipient => ({
  id: 'own-1',
  name: '安全中心',
  way: 'form',
  address: ' https://soc.example/form ',
  hosts: 'https://www.example.com/x, b.example',
  ...change,
});

describe('newRecipient', () => {
  it('makes a row of what was typed', () => {
    expect(newRecipient(entered(), '2026-11-21')).toEqual({
      id: 'own-1',
      name: { 'zh-CN': '安全中心', en: '安全中心' },
      kind: 'organization',
      purpose: 'abuse',
      channel: { kind: 'form', url: 'https://soc.example/form' },
      hosts: ['www.example.com', 'b.example'],
      source: '',
      checkedAt: '2026-11-21',
      confidence: 'user',
    });
  });

  it('corrects a shipped row and keeps what it is responsible for', () => {
    const corrects = recipientDirectory.find(({ id }) => id === 'cn-12377-site');
    const row = newRecipient(entered({ id: 'cn-12377-site', hosts: '', corrects }), '2026-11-21');
    expect([row?.id, row?.kind, row?.profiles, row?.hosts]).toEqual([
      'cn-12377-site',
      'authority',
      ['cn'],
      undefined,
    ]);
  });

  it.each<Partial<EnteredRecipient>>([
    { name: ' ' },
    { address: 'http://soc.example/' },
    { address: 'http://192.168.0.2/' },
    { address: 'http://localhost.example/' },
    { way: 'api', address: 'http://soc.example/' },
    { address: 'soc.example' },
    { way: 'mail', address: 'soc' },
    { way: 'api', address: 'javascript:alert(1)' },
    { way: 'phone', address: 'call me' },
    { hosts: 'not a host!' },
  ])('refuses %j', (change) => {
    expect(newRecipient(entered(change), '2026-11-21')).toBeUndefined();
  });

  it.each([
    ['form', 'http://127.0.0.1:8787/form'],
    ['api', 'http://localhost:8787'],
    ['api', 'http://[::1]:8787/'],
  ] as const)('takes a %s on this machine without https: %s', (way, address) => {
    const row = newRecipient(entered({ way, address, hosts: '' }), '2026-11-21');
    expect(row?.channel).toEqual({ kind: way, url: address });
  });
});
