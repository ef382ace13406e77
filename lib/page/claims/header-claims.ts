import { fileText } from '../../bytes/file-text';
import type { Claim, Gatherer } from './claim';
import { namedStore } from './named-store';

/** What a server said of the whole document when it answered, as far as it is known by now. */
export type ToldByHeaders = {
  /** `AI-Disclosure` (draft-abaris-aicdh-01). */
  readonly disclosure?: string;
  /** Addresses that `Link` names for `c2pa-manifest` (C2PA 2.5 §11.4). */
  readonly manifests?: readonly string[];
};

/** The header that names a manifest store, as paths of facts call it. */
export const LINK_HEADER = 'Link';

/** What the server declared of the whole document when it answered. */
export function headerClaims(told: () => ToldByHeaders): Gatherer {
  return {
    id: 'headers',
    *gather(root) {
      if (!('documentElement' in root)) return;
      const { disclosure, manifests = [] } = told();
      const anchor = root.documentElement;
      if (disclosure !== undefined) yield disclosed(disclosure, anchor);
      for (const address of manifests) {
        const fact = namedStore(address, root.baseURI, [LINK_HEADER]);
        if (fact) yield { anchor, about: 'page', fact };
      }
    },
  };
}

function disclosed(value: string, anchor: Element): Claim {
  const fact = {
    kind: 'ai-disclosure',
    how: 'header',
    path: ['AI-Disclosure'],
    value: fileText(value),
  } as const;
  return { anchor, about: 'page', fact };
}
