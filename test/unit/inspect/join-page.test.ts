import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import type { Inspection } from '../../../lib/inspect/inspection';
import { joinPage } from '../../../lib/inspect/join-page';
import { notChecked } from '../../../lib/inspect/not-checked';
import type { AiState, Assurance, Finding, Statement } from '../../../lib/signals/finding';
import { combine } from '../../../lib/verdict/combine';

const ai = (state: AiState): Statement => ({ kind: 'ai', state, extent: 'full' });

const finding = (
  signal: Finding['signal'],
  path: string,
  states: Statement,
  assurance: Assurance = 'unsigned',
): Finding => ({ signal, place: { path: [path] }, raw: fileText(signal), states, assurance, remarks: [] });

const file = (findings: readonly Finding[], verdict = combine(findings, ['gb45438'])): Inspection => ({
  container: 'jpeg',
  verdict,
  findings,
  remarks: [],
  read: { state: 'complete', bytes: 10, reads: 1 },
});

const mark = finding('visible-mark', 'page', ai('suspected'));
const declared = finding('schema-org', 'page', ai('possible'));
const platform = finding('platform:douyin', 'page', ai('possible'), 'platform');
const stated = finding('gb45438', 'jpeg', ai('possible'));
const camera = finding('c2pa', 'jpeg', { kind: 'captured' }, 'signed-listed');

describe('joinPage', () => {
  it('puts file before page before platform where all say the same', () => {
    const { verdict } = joinPage(file([stated]), [platform, declared]);
    expect(verdict).toMatchObject({ kind: 'ai', because: [stated, declared, platform] });
  });

  it('lets the stronger state win, whoever says it', () => {
    const checked = finding('platform:douyin', 'page', ai('confirmed'), 'platform');
    const joined = joinPage(file([stated]), [mark, checked]);
    expect(joined.verdict).toMatchObject({ state: 'confirmed', because: [checked, stated, mark] });
    expect(joined).not.toHaveProperty('ofFile');
  });

  it('keeps what the file could not say where the page alone speaks', () => {
    const unread = notChecked('needs-sign-in');
    expect(joinPage(unread, [declared])).toMatchObject({
      verdict: { kind: 'ai', because: [declared] },
      ofFile: { kind: 'not-checked', why: 'needs-sign-in' },
    });
    expect(joinPage(file([]), [declared]).ofFile).toEqual({ kind: 'no-label', looked: ['gb45438'] });
  });

  it('shows a camera beside a page or platform that says AI', () => {
    const joined = joinPage(file([camera]), [platform]);
    expect(joined.verdict).toMatchObject({ kind: 'ai', because: [platform], conflicts: [camera] });
    expect(joined.ofFile).toMatchObject({ kind: 'captured' });
  });

  it('shows a page that declares work without AI beside a file that says AI', () => {
    const human = finding('ai-disclosure', 'page', { kind: 'other' });
    expect(joinPage(file([stated]), [human]).verdict).toMatchObject({
      because: [stated],
      conflicts: [human],
    });
    expect(joinPage(file([]), [human]).verdict.kind).toBe('no-label');
  });

  it('never quiets the alarm of a broken credential', () => {
    const broken = file([camera], { kind: 'credential-broken', findings: [camera] });
    const joined = joinPage(broken, [declared, platform]);
    expect(joined.verdict).toEqual({ kind: 'credential-broken', findings: [camera] });
    expect(joined.findings).toEqual([camera, declared, platform]);
  });

  it('makes an inspection of a text, which has no file', () => {
    const joined = joinPage(undefined, [mark]);
    expect(joined).toMatchObject({ container: 'unknown', verdict: { state: 'suspected' }, findings: [mark] });
    expect(joined).not.toHaveProperty('ofFile');
  });

  it('changes nothing of a file of which the page says nothing readable', () => {
    const silent = finding('schema-org', 'page', { kind: 'nothing' });
    expect(joinPage(file([camera]), [silent]).verdict).toEqual(file([camera]).verdict);
  });
});
