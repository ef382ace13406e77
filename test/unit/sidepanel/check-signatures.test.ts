import { describe, expect, it } from 'vitest';
import { checkLabelSignatures } from '../../../entrypoints/sidepanel/check-signatures';
import { memorySource } from '../../../lib/bytes/source';
import { ALL_FORMATS } from '../../../lib/containers/document-registry';
import { inspect } from '../../../lib/inspect/inspect';
import { fitInspection } from '../../../lib/messages/fit-message';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { signedLabel } from '../../support/signals/signed-label';

const readingOf = (text: string) =>
  inspect(memorySource(new TextEncoder().encode(text)), { rules: loadRuleBook(), formats: ALL_FORMATS });

const resultsOf = async (reading: Awaited<ReturnType<typeof readingOf>>) =>
  (await checkLabelSignatures(reading)).findings.flatMap(
    ({ gb }) => gb?.signatures?.map(({ result }) => result) ?? [],
  );

describe('signatures of labels in the panel', () => {
  it('match or differ by what the reader of the page handed over', async () => {
    expect(await resultsOf(fitInspection(await readingOf(signedLabel())))).toEqual([{ state: 'matches' }]);
    const changed = signedLabel().replace("ProduceID: 'p-1'", "ProduceID: 'p-2'");
    expect(await resultsOf(fitInspection(await readingOf(changed)))).toEqual([{ state: 'differs' }]);
  });

  it('stay unchecked where the label was cut on its way', async () => {
    const reading = fitInspection(await readingOf(signedLabel('p'.repeat(6000))), 4096);
    expect(await resultsOf(reading)).toEqual([{ state: 'unchecked', why: 'not-here' }]);
  });
});
