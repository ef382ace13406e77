import type { Jurisdiction } from '../rules/jurisdiction';
import { loadJurisdictions } from '../rules/jurisdictions';
import type { Profile } from '../settings/settings';

/** The rule pack of a profile: it owns the words of labels and the clauses they cite. */
export function rulePack(profile: Profile): Jurisdiction {
  const pack = loadJurisdictions().find(({ id }) => id === profile);
  if (pack === undefined) throw new RangeError(`no rule pack named ${profile}`);
  return pack;
}
