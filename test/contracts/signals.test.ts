import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { detectAll, SIGNALS } from '../../lib/signals/registry';
import { factsWith } from '../support/signals/fields';

const FOLDER = fileURLToPath(new URL('../../lib/signals/detectors/', import.meta.url));
const files = readdirSync(FOLDER).map((name) => name.replace(/\.ts$/, ''));

describe('signals', () => {
  it('are named as their files', () => {
    expect(SIGNALS.map(({ id }) => id)).toEqual(files.toSorted());
  });

  it.each(SIGNALS)('$id cites what it follows', ({ cites }) => {
    expect(cites.length).toBeGreaterThan(10);
  });

  it.each(SIGNALS)('$id finds nothing in a file that says nothing', (signal) => {
    expect(signal.detect(factsWith(), loadRuleBook())).toEqual([]);
  });

  it('find nothing without rules either', () => {
    const noRules = { jurisdictions: [], producers: [], generators: [], credits: [], platforms: [] };
    expect(detectAll(factsWith(), noRules)).toEqual([]);
  });
});
