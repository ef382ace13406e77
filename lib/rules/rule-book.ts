import credits from '../../assets/rules/credits.json';
import producers from '../../assets/rules/producers.json';
import type { CreditTable } from './credit-row';
import { deepFreeze } from './freeze';
import type { GeneratorRule } from './generator-rule';
import { loadGenerators } from './generators';
import type { ProducerTable } from './producer-row';

/** Everything the project knows as data for reading what files state. The types are the schema: `test/contracts/rules.test.ts` checks each file. */
export type RuleBook = {
  readonly producers: ProducerTable;
  readonly generators: readonly GeneratorRule[];
  readonly credits: CreditTable;
};

/** The rule book as bundled, frozen. Costs nothing but memory: no file or network is read. */
export function loadRuleBook(): RuleBook {
  return deepFreeze({
    producers: producers as ProducerTable,
    generators: loadGenerators(),
    credits: credits as CreditTable,
  });
}
