import { labelWords } from '../../labels/label-words';
import type { View } from '../view-context';
import { type GivenItem, hasLabel, unlabelledKind } from './given-file';

/** What a reading of a given file comes to, in one sentence; nothing found is never "not AI". */
export function verdictSentence(
  item: GivenItem,
  { t, jurisdiction, language }: Pick<View, 't' | 'jurisdiction' | 'language'>,
): string {
  if (hasLabel(item)) return labelWords(item.label, jurisdiction, language).sentence;
  const kind = unlabelledKind(item.inspection);
  if (kind === 'unreadable') return t('inspect.unreadable');
  return t(kind === 'not-checked' ? 'inspect.notChecked' : 'page.noLabels');
}
