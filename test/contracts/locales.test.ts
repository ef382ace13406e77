import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../assets/locales/en.json';
import zhCN from '../../assets/locales/zh-CN.json';
import { SIGNER_STANDINGS, UNCHECKED_REASONS } from '../../lib/c2pa/credential';
import { ANCHOR_FAULTS } from '../../lib/c2pa/trust/own-anchors';
import { LOOK_OUTCOMES, REPORT_STATES } from '../../lib/reports/ledger/entry';
import { DELIVERY_STATES, PROBLEM_KINDS, REMOTE_STATES } from '../../lib/reports/outbox/delivery';
import { CHANNEL_IDS } from '../../lib/reports/submission';
import { CORNERS, LANGUAGE_CHOICES, PROFILES } from '../../lib/settings/settings';
import { REFRESH_RESULTS } from '../../lib/settings/trust';
import { SOURCE_TYPES } from '../../lib/signals/digital-source-type';
import { ASSURANCES, NAMED_SIGNALS, REMARK_CODES } from '../../lib/signals/finding';
import { GB_FIELDS } from '../../lib/signals/gb45438/label';
import { SECURITY_CODES, SIGNATURE_GAPS } from '../../lib/signals/gb45438/label-signature';
import { wordsIn } from '../../lib/ui/i18n';
import { C2PA_ACTIONS, EXPLAINED_CODES } from '../../lib/ui/model/c2pa-words';
import { CREDENTIAL_STATES } from '../../lib/ui/model/credential-state';
import { LIST_STATES } from '../../lib/ui/trust/trust-desk';

const LOCALES = { 'zh-CN': zhCN, en } as const;
const ROOT = join(import.meta.dirname, '../..');

const base = (key: string) => key.replace(/_(?:one|other)$/, '');
const baseKeys = (messages: object) => [...new Set(Object.keys(messages).map(base))].sort();
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

/** Sources that may speak: the views, and reports, which are read without a view. */
function speakingSources(): string {
  return ['lib/ui', 'lib/reports', 'lib/page', 'lib/platform', 'entrypoints'].flatMap(filesUnder).join('\n');
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(ROOT, folder, path), 'utf8'));
}

describe('the locale files', () => {
  it('have the same keys', () => {
    expect(baseKeys(en)).toEqual(baseKeys(zhCN));
  });

  it('have the plural forms of their language, and no others', () => {
    const forms = (messages: object, key: string) =>
      ['_one', '_other'].filter((form) => `${key}${form}` in messages);
    const counted = Object.keys(zhCN)
      .filter((key) => key.endsWith('_other'))
      .map(base);
    expect(counted.filter((key) => forms(zhCN, key).join() !== '_other')).toEqual([]);
    expect(counted.filter((key) => forms(en, key).join() !== '_one,_other')).toEqual([]);
    expect(Object.keys(en).filter((key) => key.endsWith('_one') && !counted.includes(base(key)))).toEqual([]);
  });

  it('have the same placeholders in each text', () => {
    const zh = new Map(Object.entries(zhCN));
    const differing = Object.entries(en).filter(([key, text]) => {
      const source = zh.get(key) ?? zh.get(`${base(key)}_other`) ?? '';
      const wanted = placeholders(source).filter((name) => !(key.endsWith('_one') && name === 'count'));
      const got = placeholders(text).filter((name) => !(key.endsWith('_one') && name === 'count'));
      return wanted.join() !== got.join();
    });
    expect(differing).toEqual([]);
  });

  it('say something everywhere, without stray blanks', () => {
    for (const messages of Object.values(LOCALES)) {
      const bad = Object.entries(messages).filter(
        ([, text]) => text === '' || (text !== text.trim() && text !== ', ' && text !== '; '),
      );
      expect(bad).toEqual([]);
    }
  });

  it('use full-width punctuation in Chinese', () => {
    const halfWidth = Object.entries(zhCN).filter(([, text]) =>
      /[\u4e00-\u9fff}][,;:!?]|[,;:!?][\u4e00-\u9fff]|\([\u4e00-\u9fff]/.test(text),
    );
    expect(halfWidth).toEqual([]);
  });

  it('never promise what absence cannot: no "authentic", no bare "not AI"', () => {
    const bold = Object.values(LOCALES).flatMap((messages) =>
      Object.values(messages).filter(
        (text) =>
          /authentic|genuine|真实|不是 ?AI 生成的?$|非 ?AI/i.test(text) && !/不等于|does not/.test(text),
      ),
    );
    expect(bold).toEqual([]);
  });
});

describe('every code has words', () => {
  const families: { readonly [prefix: string]: readonly string[] } = {
    remark: REMARK_CODES,
    assurance: ASSURANCES,
    notChecked: [
      'network-failed',
      'http-error',
      'needs-sign-in',
      'timed-out',
      'blocked',
      'private-network',
      'gone',
      'refused-type',
      'paused',
      'too-large',
      'no-bytes',
      'save-data',
      'budget',
    ],
    medium: ['image', 'video', 'audio', 'background', 'poster', 'text', 'page'],
    readState: ['complete', 'truncated', 'malformed', 'over-budget', 'unsupported', 'internal'],
    state: ['confirmed', 'possible', 'suspected'],
    extent: ['full', 'partial', 'unknown'],
    gb: GB_FIELDS,
    labelSignature: [...SECURITY_CODES, 'matches', 'differs', ...SIGNATURE_GAPS],
    signal: [...NAMED_SIGNALS, 'generator', 'platform'],
    basis: [...NAMED_SIGNALS, 'generator', 'platform'],
    'credential.state': CREDENTIAL_STATES,
    'credential.proves': CREDENTIAL_STATES,
    'credential.provesNot': CREDENTIAL_STATES,
    'credential.standing': [...SIGNER_STANDINGS, 'content-changed', 'signature-broken', 'malformed'],
    'credential.why': UNCHECKED_REASONS,
    'trust.state': LIST_STATES,
    'trust.result': REFRESH_RESULTS,
    'trust.fault': ANCHOR_FAULTS,
    action: C2PA_ACTIONS,
    sourceType: SOURCE_TYPES.map(({ code }) => code),
    statusCode: EXPLAINED_CODES,
    'ledger.state': REPORT_STATES,
    'ledger.filter': ['all', 'waiting', ...REPORT_STATES],
    'ledger.delivery': DELIVERY_STATES,
    'ledger.problem': PROBLEM_KINDS,
    'ledger.remote': REMOTE_STATES,
    'ledger.lookOutcome': LOOK_OUTCOMES,
    'ledgerText.look': LOOK_OUTCOMES,
    'ledgerText.status': REMOTE_STATES,
    'ledger.confirmed': CHANNEL_IDS,
    'ledger.channel': CHANNEL_IDS,
    'ledger.send': CHANNEL_IDS,
    'settings.language': LANGUAGE_CHOICES,
    'settings.profile': PROFILES,
    'settings.corner': CORNERS,
  };

  it.each(Object.entries(families))('%s', (prefix, codes) => {
    const wanted = codes.map((code) => `${prefix}.${code}`).sort();
    expect(baseKeys(zhCN).filter((key) => wanted.includes(key))).toEqual(wanted);
    const own = baseKeys(zhCN).filter((key) => key.startsWith(`${prefix}.`));
    expect(own).toEqual(wanted);
  });
});

describe('keys and code', () => {
  const source = speakingSources();
  const literals = new Set(
    [...source.matchAll(/'([a-zA-Z]+(?:\.[a-zA-Z0-9-]+)+)'/g)].map(([, key]) => key ?? ''),
  );
  const prefixes = [...source.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z0-9-]+)*\.)\$\{/g)].map(
    ([, key]) => key ?? '',
  );

  it('no key stands unused', () => {
    const unused = baseKeys(zhCN).filter(
      (key) => !literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused, 'remove these from both locale files').toEqual([]);
  });

  it('no key is used that does not exist', () => {
    const keys = new Set(baseKeys(zhCN));
    const asked = [...source.matchAll(/\b(?:t|words)\(\s*'([^']+)'/g)].map(([, key]) => key ?? '');
    expect(asked.length).toBeGreaterThan(0);
    const missing = asked.filter((key) => !keys.has(key));
    expect(missing).toEqual([]);
  });
});

describe('wordsIn', () => {
  it('counts in both languages', () => {
    expect(wordsIn('zh-CN')('counts.ai', { count: 3 })).toBe('本页 3 处 AI 内容');
    expect(wordsIn('en')('counts.ai', { count: 1 })).toBe('1 AI item on this page');
    expect(wordsIn('en')('counts.ai', { count: 0 })).toBe('0 AI items on this page');
  });

  it('puts values in as they are, whatever they hold', () => {
    const site = '<img src=x onerror=alert(1)> $t(app.name) {{site}} &amp;';
    expect(wordsIn('en')('page.paused', { site })).toBe(`Paused on ${site}`);
  });
});
