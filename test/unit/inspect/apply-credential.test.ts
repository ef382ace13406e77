import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import type { CredentialCheck } from '../../../lib/c2pa/credential';
import { applyCredential } from '../../../lib/inspect/apply-credential';
import type { Inspection } from '../../../lib/inspect/inspection';
import { planLabel } from '../../../lib/labels/plan-label';
import type { Finding, Statement } from '../../../lib/signals/finding';
import { SIGNAL_IDS } from '../../../lib/signals/registry';
import { combine } from '../../../lib/verdict/combine';

const AI: Statement = { kind: 'ai', state: 'confirmed', extent: 'full' };
const CAPTURED: Statement = { kind: 'captured' };

const c2pa = (states: Statement, manifest = 'urn:a'): Finding => ({
  signal: 'c2pa',
  place: { path: ['APP11', 'JUMBF'] },
  raw: fileText('x'),
  states,
  assurance: 'pending',
  remarks: [],
  rows: [{ name: 'manifest', value: fileText(manifest) }],
});
const trace: Finding = {
  ...c2pa({ kind: 'ai', state: 'suspected', extent: 'full' }),
  signal: 'generator:a1111',
  assurance: 'unsigned',
  rows: [],
};

const inspected = (...findings: Finding[]): Inspection => ({
  container: 'jpeg',
  verdict: combine(findings, SIGNAL_IDS),
  findings,
  remarks: [],
  read: { state: 'complete', bytes: 1, reads: 1 },
});
type Checked = Extract<CredentialCheck, { kind: 'checked' }>;
const checked = (more: Partial<Checked> = {}): Checked => ({
  kind: 'checked',
  integrity: 'intact',
  signer: 'listed',
  failed: [],
  codes: [],
  ...more,
});
const assuranceAfter = (check: CredentialCheck) =>
  applyCredential(inspected(c2pa(AI)), check).findings[0]?.assurance;

describe('applyCredential', () => {
  it.each([
    ['listed', 'signed-listed'],
    ['own', 'signed-own'],
    ['interim', 'signed-interim'],
    ['expired', 'signed-expired'],
    ['unlisted', 'signed-unlisted'],
    ['revoked', 'signed-revoked'],
  ] as const)(
    'gives statements of an intact credential the assurance of its signer: %s',
    (signer, assurance) => {
      const after = applyCredential(inspected(c2pa(AI)), checked({ signer }));
      expect(after.verdict).toMatchObject({ kind: 'ai', state: 'confirmed', because: [{ assurance }] });
      expect(after.credential).toEqual(checked({ signer }));
    },
  );

  it('says signed-unbound, whoever signed, when the content was not compared', () => {
    expect(assuranceAfter(checked({ unbound: true }))).toBe('signed-unbound');
  });

  it('leaves other signals alone', () => {
    const after = applyCredential(inspected(c2pa(AI), trace), checked());
    expect(after.findings[1]).toEqual(trace);
  });

  it.each(['listed', 'own', 'interim', 'expired', 'unlisted'] as const)(
    'takes the word of an intact credential for a capture: %s',
    (signer) => {
      expect(applyCredential(inspected(c2pa(CAPTURED)), checked({ signer })).verdict.kind).toBe('captured');
    },
  );

  it('takes no word for a capture from a revoked signer, of content not compared, or unchecked', () => {
    const kindAfter = (check: CredentialCheck) =>
      applyCredential(inspected(c2pa(CAPTURED)), check).verdict.kind;
    expect(kindAfter(checked({ signer: 'revoked' }))).toBe('no-label');
    expect(kindAfter(checked({ unbound: true }))).toBe('no-label');
    expect(kindAfter({ kind: 'unchecked', why: 'too-large' })).toBe('no-label');
    expect(inspected(c2pa(CAPTURED)).verdict.kind).toBe('no-label');
  });

  it.each(['content-changed', 'signature-broken'] as const)(
    'hears no statement, and warns: %s',
    (integrity) => {
      const after = applyCredential(inspected(c2pa(AI)), checked({ integrity }));
      expect(after.verdict).toMatchObject({ kind: 'credential-broken', findings: [{ signal: 'c2pa' }] });
      expect(after.findings[0]?.states).toEqual({ kind: 'nothing' });
      expect(planLabel(after.verdict)).toEqual({ badge: 'broken', text: 'broken', pending: false });
    },
  );

  it('lets signals speak that do not hang on the broken credential', () => {
    const after = applyCredential(inspected(c2pa(AI), trace), checked({ integrity: 'content-changed' }));
    expect(after.verdict).toMatchObject({ kind: 'ai', state: 'suspected', because: [trace] });
  });

  it('hears no statement of a malformed credential and raises no alarm', () => {
    const after = applyCredential(inspected(c2pa(AI)), checked({ integrity: 'malformed' }));
    expect(after.verdict).toEqual({ kind: 'unreadable', why: 'malformed' });
    expect(planLabel(after.verdict)).toBeUndefined();
  });

  it('does not touch the verdict of a file in which the fast reader saw no credential', () => {
    const before = inspected();
    expect(applyCredential(before, checked({ integrity: 'malformed' })).verdict).toEqual(before.verdict);
  });

  it('hears no statement of a manifest that failed by itself, and all others', () => {
    const failing = checked({ failed: [fileText('urn:b')] });
    expect(applyCredential(inspected(c2pa(AI, 'urn:b')), failing).verdict.kind).toBe('no-label');
    const both = applyCredential(inspected(c2pa(AI, 'urn:b'), c2pa(CAPTURED, 'urn:a')), failing);
    expect(both.verdict).toMatchObject({ kind: 'captured', because: [{ assurance: 'signed-listed' }] });
  });

  it.each([
    [{ kind: 'unchecked', why: 'too-large' }],
    [{ kind: 'none' }],
    [{ kind: 'elsewhere', url: fileText('https://example.org/x.c2pa') }],
  ] as const)('keeps what was read pending, and says why: %j', (check) => {
    const before = inspected(c2pa(AI));
    expect(applyCredential(before, check)).toEqual({ ...before, credential: check });
  });

  it('changes nothing it was given', () => {
    const before = Object.freeze(inspected(Object.freeze(c2pa(AI))));
    expect(applyCredential(before, checked()).findings[0]?.assurance).toBe('signed-listed');
    expect(before.findings[0]?.assurance).toBe('pending');
  });
});
