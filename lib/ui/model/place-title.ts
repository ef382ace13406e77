import type { Words } from '../i18n';
import type { TreePlace } from './provenance-tree';

/** Longest title shown; titles come from files. */
const MAX_TITLE_CHARS = 120;

/** What to call a step: the title its own manifest states, else the one it was taken in under. */
export function placeTitle({ kind, node, edge }: TreePlace, t: Words): string {
  if (kind === 'cut') return t('history.cut');
  const title = (node?.title ?? edge?.title ?? '').trim();
  if (title === '') return t('history.untitled');
  return title.length > MAX_TITLE_CHARS ? `${title.slice(0, MAX_TITLE_CHARS - 1)}…` : title;
}

/** Why a step has nothing to say of itself: it never had a credential, or the one it names is not in the file. */
export function bareKey({ edge }: TreePlace): 'history.bare' | 'history.lost' {
  return edge?.to === undefined ? 'history.bare' : 'history.lost';
}
