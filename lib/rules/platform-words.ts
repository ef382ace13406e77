import { LANGUAGES } from './localized';
import type { PlatformRow } from './platform-rule';
import { loadPlatforms, platformRow } from './platforms';

/** All rules, loaded once for those who only need words. */
const RULES = loadPlatforms();

/** The name of a platform by its rule's id; `undefined` for an id or a language this build does not know. */
export function platformName(id: string, language: string): string | undefined {
  const own = LANGUAGES.find((one) => one === language);
  return own && RULES.find((rule) => rule.id === id)?.name[own];
}

/** What a row of a platform's rule says and whether it was checked, by the ids a finding carries. */
export function knownPlatformRow(ruleId: string, rowId: string): PlatformRow | undefined {
  return platformRow(RULES, ruleId, rowId)?.row;
}
