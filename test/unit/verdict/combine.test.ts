import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import { ASSURANCES, type Assurance, type Finding, type Statement } from '../../../lib/signals/finding';
import { ASSURANCE_ORDER, combine } from '../../../lib/verdict/combine';

const ai = (
  state: 'confirmed' | 'possible' | 'suspected',
  extent: 'full' | 'partial' | 'unknown' = 'unknown',
): Statement => ({ kind: 'ai', state, extent });

const finding = (
  signal: Finding['signal'],
  states: Statement,
  assurance: Assurance = 'unsigned',
  more: Partial<Finding> = {},
): Finding => ({
  signal,
  place: { path: ['X'] },
  raw: fileText('x'),
  states,
  assurance,
  remarks: [],
  ...more,
});

const CAPTURED: Statement = { kind: 'captured' };
const rows = (code: string) => ({ rows: [{ name: 'DigitalSourceType', value: fileText(code) }] });

describe('combine', () => {
  it('says no label, with what was looked for, where nothing speaks', () => {
    expect(combine([], ['gb45438', 'iptc'])).toEqual({ kind: 'no-label', looked: ['gb45438', 'iptc'] });
    const silent = [finding('iptc', { kind: 'other' }), finding('c2pa', { kind: 'nothing' })];
    expect(combine(silent, [])).toEqual({ kind: 'no-label', looked: [] });
  });

  it('lets the strongest state win and lists all reasons, strongest first', () => {
    const trace = finding('generator:a1111', ai('suspected'));
    const declared = finding('gb45438', ai('possible'));
    const stated = finding('iptc', ai('confirmed', 'full'));
    expect(combine([trace, declared, stated], [])).toEqual({
      kind: 'ai',
      state: 'confirmed',
      extent: 'full',
      because: [stated, declared, trace],
      conflicts: [],
    });
  });

  it('orders equal states by assurance, and equal assurance as found', () => {
    const first = finding('iptc', ai('confirmed'));
    const second = finding('gb45438', ai('confirmed'));
    const pending = finding('c2pa', ai('confirmed'), 'pending');
    const signed = finding('c2pa', ai('confirmed'), 'signed-unlisted');
    expect(combine([first, second, pending, signed], [])).toMatchObject({
      because: [signed, pending, first, second],
    });
  });

  it('ranks assurances as the vocabulary lists them', () => {
    expect(ASSURANCE_ORDER).toEqual(ASSURANCES);
  });

  it.each([
    [['unknown', 'partial', 'full'], 'full'],
    [['unknown', 'partial'], 'partial'],
    [['unknown'], 'unknown'],
  ] as const)('takes the largest extent of %j', (extents, extent) => {
    expect(
      combine(
        extents.map((one) => finding('iptc', ai('confirmed', one))),
        [],
      ),
    ).toMatchObject({ extent });
  });

  it('does not let a weaker state enlarge the extent', () => {
    const verdict = combine(
      [finding('c2pa', ai('confirmed', 'partial')), finding('iptc', ai('suspected', 'full'))],
      [],
    );
    expect(verdict).toMatchObject({ state: 'confirmed', extent: 'partial' });
  });
});

describe('combine and captures', () => {
  it('says captured only on the word of an intact credential', () => {
    const signed = finding('c2pa', CAPTURED, 'signed-listed');
    expect(combine([finding('iptc', CAPTURED), signed], [])).toEqual({ kind: 'captured', because: [signed] });
  });

  it.each(['pending', 'unsigned', 'platform', 'vendor-signed'] as const)('does not on %s', (assurance) => {
    expect(combine([finding('c2pa', CAPTURED, assurance)], ['c2pa'])).toEqual({
      kind: 'no-label',
      looked: ['c2pa'],
    });
  });

  it('never over a statement of AI', () => {
    const verdict = combine(
      [finding('c2pa', CAPTURED, 'signed-listed'), finding('gb45438', ai('suspected'))],
      [],
    );
    expect(verdict).toMatchObject({ kind: 'ai', state: 'suspected' });
  });
});

describe('combine and contradictions', () => {
  const gb = finding('gb45438', ai('confirmed'));
  const conflictsOf = (...findings: readonly Finding[]) => {
    const verdict = combine(findings, []);
    return verdict.kind === 'ai' ? verdict.conflicts : undefined;
  };

  it('keeps a camera capture beside an AI origin', () => {
    const capture = finding('iptc', CAPTURED);
    expect(conflictsOf(gb, capture)).toEqual([capture]);
  });

  it.each(['humanEdits', 'digitalCreation', 'print'])('keeps the human origin %s beside it', (code) => {
    const human = finding('iptc', { kind: 'other' }, 'unsigned', rows(code));
    expect(conflictsOf(gb, human)).toEqual([human]);
  });

  it.each(['composite', 'algorithmicMedia', 'screenCapture'])('sees none in %s', (code) => {
    expect(conflictsOf(gb, finding('iptc', { kind: 'other' }, 'unsigned', rows(code)))).toEqual([]);
  });

  it('sees none in a capture that AI changed in part, nor in one credential history', () => {
    expect(
      conflictsOf(finding('iptc', ai('confirmed', 'partial')), finding('c2pa', CAPTURED, 'pending')),
    ).toEqual([]);
    expect(
      conflictsOf(finding('c2pa', ai('confirmed', 'full'), 'pending'), finding('c2pa', CAPTURED, 'pending')),
    ).toEqual([]);
  });

  it.each(['gb-labels-differ', 'producer-check-digit', 'origin-contradiction'] as const)(
    'lists a finding with %s',
    (code) => {
      const bad = finding('gb45438', ai('confirmed'), 'unsigned', { remarks: [{ code }] });
      expect(conflictsOf(bad)).toEqual([bad]);
    },
  );

  it('does not list what is only out of form', () => {
    expect(
      conflictsOf(finding('gb45438', ai('confirmed'), 'unsigned', { remarks: [{ code: 'gb-charset' }] })),
    ).toEqual([]);
  });
});
