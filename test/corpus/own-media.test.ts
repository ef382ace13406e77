import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileSource } from '../../lib/cli/file-source';
import { inspect } from '../../lib/inspect/inspect';
import type { Inspection } from '../../lib/inspect/inspection';
import { planLabel } from '../../lib/labels/plan-label';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { OWN_MEDIA_FOLDER, ownMedia } from '../support/corpus/own-media';

/** The project's own media say what their manifest states; this part of the corpus is there on every machine. */

const rules = loadRuleBook();

async function inspectFile(file: string): Promise<Inspection> {
  const source = await fileSource(join(OWN_MEDIA_FOLDER, file));
  try {
    return await inspect(source, { rules });
  } finally {
    await source.close();
  }
}

/** The parts of a verdict that the manifest states. */
function stated({ verdict }: Inspection): object {
  if (verdict.kind === 'ai') return { kind: 'ai', state: verdict.state, extent: verdict.extent };
  return 'why' in verdict ? { kind: verdict.kind, why: verdict.why } : { kind: verdict.kind };
}

describe.each(ownMedia())('$file', (entry) => {
  it('says what its manifest states, and is labelled so', async () => {
    const inspection = await inspectFile(entry.file);
    expect(stated(inspection)).toMatchObject(entry.unverified ?? entry.verdict);
    expect(planLabel(inspection.verdict)?.badge ?? null).toBe(entry.badge);
  });

  it('shows every signal that was written into it', async () => {
    const found = (await inspectFile(entry.file)).findings.map(({ signal }) => signal as string);
    expect(entry.signals.map(({ signal }) => signal).filter((signal) => !found.includes(signal))).toEqual([]);
  });
});
