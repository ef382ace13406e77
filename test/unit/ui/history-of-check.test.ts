import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import type { CredentialCheck, ProvenanceGraph } from '../../../lib/c2pa/credential';
import { historyOfCheck } from '../../../lib/ui/model/history-of-check';
import { composite } from '../../support/ui-harness/graphs';

const graph: ProvenanceGraph = composite;
const active = graph.nodes.find(({ label }) => label === graph.active);

const check = (change: Partial<Extract<CredentialCheck, { kind: 'checked' }>> = {}): CredentialCheck => ({
  kind: 'checked',
  integrity: active?.integrity ?? 'malformed',
  signer: active?.signer ?? 'revoked',
  ...(active?.signedBy === undefined ? {} : { signedBy: active.signedBy }),
  failed: [],
  codes: [],
  ...change,
});

describe('historyOfCheck', () => {
  it('gives the history that was made with the check', () => {
    expect(historyOfCheck(check(), graph)).toBe(graph);
  });

  it.each([
    ['whose file could not be read since', check({ integrity: 'malformed', signer: 'unlisted' })],
    ['whose content was changed since', check({ integrity: 'content-changed' })],
    ['of another standing of the signer', check({ signer: 'revoked' })],
    ['of another signature', check({ signedBy: { ...active?.signedBy, serial: fileText('00ff') } })],
    ['of a file that was not checked', { kind: 'unchecked', why: 'no-bytes' } as const],
    ['of a check under way', { kind: 'checking' } as const],
  ])('gives none %s', (_, now) => {
    expect(historyOfCheck(now, graph)).toBeUndefined();
  });

  it('gives none where none is kept', () => {
    expect(historyOfCheck(check(), undefined)).toBeUndefined();
  });
});
