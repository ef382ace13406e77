import { deepFreeze } from './freeze';
import { isHostOf } from './hosts';
import type { PlatformRow, PlatformRule } from './platform-rule';

const FILES = import.meta.glob<PlatformRule>('../../assets/rules/platforms/*.json', {
  eager: true,
  import: 'default',
});

/** All platform rules, in file-name order, frozen. */
export function loadPlatforms(): readonly PlatformRule[] {
  return deepFreeze(Object.values(FILES));
}

/** The rule and the row of it that a statement was read by; `undefined` where this build has no such row. */
export function platformRow(
  rules: readonly PlatformRule[],
  ruleId: string,
  rowId: string,
): { readonly rule: PlatformRule; readonly row: PlatformRow } | undefined {
  const rule = rules.find(({ id }) => id === ruleId);
  const row = rule?.rows.find(({ id }) => id === rowId);
  return rule && row && { rule, row };
}

/** The rules of the platform a page belongs to; none nearly everywhere. */
export function platformsOn(host: string, rules: readonly PlatformRule[]): readonly PlatformRule[] {
  return rules.filter(({ hosts }) => isHostOf(host, hosts));
}
