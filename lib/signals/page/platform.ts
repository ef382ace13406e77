import { fileText } from '../../bytes/file-text';
import type { PageFact } from '../../facts/page-facts';
import type { PlatformBasis, PlatformRule } from '../../rules/platform-rule';
import { platformRow } from '../../rules/platforms';
import { type AiState, type Finding, ON_PAGE } from '../finding';

/** The states of Article 6 of the Labelling Measures: metadata checked, declared, or only suspected. */
const STATES: Readonly<Record<PlatformBasis, AiState>> = {
  'platform-metadata': 'confirmed',
  creator: 'possible',
  platform: 'possible',
  'platform-suspects': 'suspected',
};

/** Names of the rows of a platform's finding. */
export const PLATFORM_ROWS = { platform: 'platform', row: 'row', basis: 'basis' } as const;

/**
 * What a platform's own statement on a page means. Its words were compared where they were gathered; here they are
 * looked up and given the state that Article 6 gives them. Rows: the platform's name in its rule, the rule's row, how
 * the platform comes to say it; people's words for them are in the rule.
 *
 * @returns `undefined` for other facts, and for a row this build does not know
 */
export function readPlatformFact(fact: PageFact, rules: readonly PlatformRule[]): Finding | undefined {
  if (fact.kind !== 'platform') return undefined;
  const found = platformRow(rules, fact.rule, fact.row);
  if (!found) return undefined;
  const { rule, row } = found;
  return {
    signal: `platform:${rule.id}`,
    place: { path: [ON_PAGE, ...fact.path] },
    raw: fact.value,
    states: { kind: 'ai', state: STATES[row.basis], extent: row.extent ?? 'unknown' },
    assurance: 'platform',
    remarks: [],
    rows: [
      { name: PLATFORM_ROWS.platform, value: fileText(rule.name['zh-CN']) },
      { name: PLATFORM_ROWS.row, value: fileText(row.id) },
      { name: PLATFORM_ROWS.basis, value: fileText(row.basis) },
    ],
  };
}
