import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import { planLabel } from '../../../lib/labels/plan-label';
import type { AiState, Assurance, Extent, Finding } from '../../../lib/signals/finding';
import type { Verdict } from '../../../lib/verdict/verdict';

const finding = (assurance: Assurance): Finding => ({
  signal: 'gb45438',
  place: { path: ['PNG', 'tEXt'], offset: 33, length: 10 } as unknown as Finding['place'],
  raw: fileText('{}'),
  states: { kind: 'ai', state: 'confirmed', extent: 'full' },
  assurance,
  remarks: [],
});

const ai = (state: AiState, extent: Extent, ...assurances: Assurance[]): Verdict => ({
  kind: 'ai',
  state,
  extent,
  because: [finding(assurances[0] ?? 'unsigned'), ...assurances.slice(1).map(finding)],
  conflicts: [finding('pending')],
});

describe('planLabel', () => {
  it.each([
    ['confirmed', 'full', 'confirmed', 'confirmed.full'],
    ['confirmed', 'unknown', 'confirmed', 'confirmed.full'],
    ['confirmed', 'partial', 'confirmed', 'confirmed.partial'],
    ['possible', 'full', 'possible', 'possible'],
    ['possible', 'partial', 'possible', 'possible'],
    ['suspected', 'unknown', 'suspected', 'suspected'],
  ] as const)('words %s with extent %s as %s / %s', (state, extent, badge, text) => {
    expect(planLabel(ai(state, extent))).toEqual({ badge, text, pending: false });
  });

  it('is pending while a credential is being checked, not when one merely was not', () => {
    expect(planLabel(ai('confirmed', 'full', 'pending'), { checking: true })?.pending).toBe(true);
    expect(planLabel(ai('confirmed', 'full', 'pending'))?.pending).toBe(false);
  });

  it('marks a broken credential without saying anything of AI', () => {
    expect(planLabel({ kind: 'credential-broken', findings: [] })).toEqual({
      badge: 'broken',
      text: 'broken',
      pending: false,
    });
  });

  it('labels a capture only when asked to', () => {
    const captured: Verdict = { kind: 'captured', because: [finding('pending')] };
    expect(planLabel(captured)).toBeUndefined();
    expect(planLabel(captured, { showCaptured: true, checking: true })).toEqual({
      badge: 'captured',
      text: 'captured',
      pending: true,
    });
  });

  it.each([
    { kind: 'no-label', looked: ['gb45438'] },
    { kind: 'unreadable', why: 'truncated' },
    { kind: 'not-checked', why: 'network-failed' },
  ] as const)('draws nothing for $kind', (verdict) => {
    expect(planLabel(verdict)).toBeUndefined();
  });
});

describe('who says it', () => {
  const onPage = (assurance: Assurance): Finding => ({
    ...finding(assurance),
    place: { path: ['page', 'x'] },
  });
  const said = (...because: readonly [Finding, ...Finding[]]) =>
    planLabel({ kind: 'ai', state: 'confirmed', extent: 'full', because, conflicts: [] })?.saidBy;

  it('is the page or the platform only where no file says as much', () => {
    expect(said(onPage('platform'))).toBe('platform');
    expect(said(onPage('unsigned'))).toBe('page');
    expect(said(onPage('unsigned'), onPage('platform'))).toBe('platform');
    expect(said(onPage('platform'), finding('unsigned'))).toBeUndefined();
    const weaker: Finding = {
      ...finding('unsigned'),
      states: { kind: 'ai', state: 'suspected', extent: 'unknown' },
    };
    expect(said(onPage('platform'), weaker)).toBe('platform');
  });
});
