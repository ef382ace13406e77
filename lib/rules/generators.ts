import { deepFreeze } from './freeze';
import type { GeneratorRule } from './generator-rule';

const FILES = import.meta.glob<GeneratorRule>('../../assets/rules/generators/*.json', {
  eager: true,
  import: 'default',
});

/** All generator rules, in file-name order, frozen. */
export function loadGenerators(): readonly GeneratorRule[] {
  return deepFreeze(Object.values(FILES));
}
