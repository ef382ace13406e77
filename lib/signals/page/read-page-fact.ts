import type { PageFact } from '../../facts/page-facts';
import type { Finding } from '../finding';
import { readJsonLdFact, sourceTypeFinding } from './json-ld';
import { readPageDisclosure } from './page-disclosure';
import { readVisibleMark } from './visible-mark';

/**
 * What something that a page says means: marks and declarations shown or written on it. Labels and manifests within
 * a text (`front-matter`, `text-manifest`) take the readers of files: `inspect/inspect-page-fact`; what platforms say
 * (`platform`) takes their rules: `page/platform`. Both are none here.
 *
 * @returns findings whose place begins with `page`; none for words that are no label
 */
export function readPageFact(fact: PageFact): readonly Finding[] {
  switch (fact.kind) {
    case 'mark':
      return readVisibleMark(fact);
    case 'json-ld':
      return readJsonLdFact(fact).map(({ finding }) => finding);
    case 'source-type':
      return [sourceTypeFinding(fact, { value: fact.value.trim() })];
    case 'ai-disclosure':
      return readPageDisclosure(fact);
    case 'front-matter':
    case 'text-manifest':
    case 'platform':
      return [];
  }
}
