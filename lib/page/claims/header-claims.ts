import { fileText } from '../../bytes/file-text';
import type { Gatherer } from './claim';

/**
 * What the server declared of the whole document when it answered (`AI-Disclosure`, draft-abaris-aicdh-01).
 *
 * @param disclosure value of the header, as far as it is known by now
 */
export function headerClaims(disclosure: () => string | undefined): Gatherer {
  return {
    id: 'headers',
    *gather(root) {
      const value = disclosure();
      if (value === undefined || !('documentElement' in root)) return;
      const anchor = root.documentElement;
      const fact = {
        kind: 'ai-disclosure',
        how: 'header',
        path: ['AI-Disclosure'],
        value: fileText(value),
      } as const;
      yield { anchor, about: 'page', fact };
    },
  };
}
