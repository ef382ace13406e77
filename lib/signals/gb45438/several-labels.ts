import type { Finding, Remark } from '../finding';
import { GB_FIELDS } from './label';

/**
 * Remarks on several labels in one file: only one copy may stay (GB 45438-2025 6.1 c). Equal copies are
 * remarked on from the second on, labels that differ on each. Labels that cannot be read are not compared.
 *
 * @param findings in order of strength
 */
export function remarkSeveral(findings: readonly Finding[]): readonly Finding[] {
  const keys = findings.map(keyOf);
  const differ = new Set(keys.filter((key) => key !== undefined)).size > 1;
  return findings.map((finding, index) => {
    const key = keys[index];
    if (key === undefined) return finding;
    const remarks: Remark[] = [];
    if (differ) remarks.push({ code: 'gb-labels-differ' });
    if (keys.indexOf(key) < index) remarks.push({ code: 'gb-several-copies' });
    return remarks.length === 0 ? finding : { ...finding, remarks: [...finding.remarks, ...remarks] };
  });
}

/** The seven values as one text; absent and empty are the same. */
function keyOf({ gb }: Finding): string | undefined {
  if (gb === undefined) return undefined;
  const values = GB_FIELDS.map((name) => gb.fields[name]?.trim() ?? '');
  const others = gb.others.map(({ name, value }) => `${name}=${value}`);
  return JSON.stringify(values.some((value) => value !== '') ? values : others);
}
