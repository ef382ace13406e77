import { deepFreeze } from './freeze';
import type { Jurisdiction } from './jurisdiction';

const FILES = import.meta.glob<Jurisdiction>('../../assets/rules/jurisdictions/*.json', {
  eager: true,
  import: 'default',
});

/** All rule packs, by id in file-name order, frozen. For those who need words only: no other rules are bundled. */
export function loadJurisdictions(): readonly Jurisdiction[] {
  return deepFreeze(Object.values(FILES));
}
