import credits from '../../assets/rules/credits.json';
import producers from '../../assets/rules/producers.json';
import type { CreditTable } from './credit-row';
import { deepFreeze } from './freeze';
import type { GeneratorRule } from './generator-rule';
import { loadGenerators } from './generators';
import type { Jurisdiction } from './jurisdiction';
import { loadJurisdictions } from './jurisdictions';
import type { PlatformRule } from './platform-rule';
import { loadPlatforms } from './platforms';
import type { ProducerTable } from './producer-row';

/** Everything the project knows as data. The types are the schema: `test/contracts/rules.test.ts` checks each file. */
export type RuleBook = {
  readonly jurisdictions: readonly Jurisdiction[];
  readonly producers: ProducerTable;
  readonly generators: readonly GeneratorRule[];
  readonly credits: CreditTable;
  readonly platforms: readonly PlatformRule[];
};

/** The rule book as bundled, frozen. Costs nothing but memory: no file or network is read. */
export function loadRuleBook(): RuleBook {
  return deepFreeze({
    jurisdictions: loadJurisdictions(),
    producers: producers as ProducerTable,
    generators: loadGenerators(),
    credits: credits as CreditTable,
    platforms: loadPlatforms(),
  });
}
