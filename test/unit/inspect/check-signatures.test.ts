import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../lib/bytes/source';
import { ALL_FORMATS } from '../../../lib/containers/document-registry';
import { inspect } from '../../../lib/inspect/inspect';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import type { SignatureResult } from '../../../lib/signals/gb45438/label-signature';

const SECURITY = `{"SecurityData":{"Type":"TC260PG","PubSD":[{"Type":"DS","AlgID":"1.2","TBSData":{"Type":"Md"},"Signature":"aa"}]}}`;
const FILE = `---
AIGC:
  Label: '1'
  ContentProducer: '001191110102MACQD9K64010000'
  ProduceID: 'p-1'
  ReservedCode1: '${SECURITY}'
---
`;

async function inspectWith(result: SignatureResult | undefined) {
  const source = memorySource(new TextEncoder().encode(FILE));
  const signatures = result && { signatures: async () => result };
  const found = await inspect(source, { rules: loadRuleBook(), formats: ALL_FORMATS, ...signatures });
  return { verdict: found.verdict, finding: found.findings[0] };
}

const results = (found: Awaited<ReturnType<typeof inspectWith>>) =>
  found.finding?.gb?.signatures?.map(({ code, result }) => [code, result]);

describe('signatures of labels', () => {
  it('are there and not checked without a checker', async () => {
    expect(results(await inspectWith(undefined))).toEqual([
      ['ReservedCode1', { state: 'unchecked', why: 'not-here' }],
    ]);
  });

  it('change neither state nor assurance where they match', async () => {
    const found = await inspectWith({ state: 'matches' });
    expect(results(found)).toEqual([['ReservedCode1', { state: 'matches' }]]);
    expect(found.finding).toMatchObject({ assurance: 'unsigned', remarks: [] });
    expect(found.verdict).toMatchObject({ kind: 'ai', state: 'confirmed', conflicts: [] });
  });

  it('are remarked on where they differ, and the label counts all the same', async () => {
    const found = await inspectWith({ state: 'differs' });
    expect(found.finding?.remarks).toEqual([{ code: 'gb-signature-differs' }]);
    expect(found.verdict).toMatchObject({ kind: 'ai', state: 'confirmed' });
  });

  it('are not remarked on where they cannot be checked', async () => {
    const found = await inspectWith({ state: 'unchecked', why: 'algorithm' });
    expect(found.finding?.remarks).toEqual([]);
    expect(results(found)).toEqual([['ReservedCode1', { state: 'unchecked', why: 'algorithm' }]]);
  });
});
