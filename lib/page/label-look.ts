import type { Inspection } from '../inspect/inspection';
import type { LabelPlan } from '../labels/label-plan';
import { type LabelWords, labelWords } from '../labels/label-words';
import { planLabel } from '../labels/plan-label';
import type { Jurisdiction } from '../rules/jurisdiction';
import type { Language } from '../rules/localized';
import type { Corner } from '../settings/settings';
import { pageWord } from './page-words';

/** How labels look and what they say: all that a person may change while a page is open. */
export type PageLook = {
  readonly jurisdiction: Jurisdiction;
  readonly language: Language;
  readonly corner: Corner;
  /** What a click on a label does, for its tooltip. */
  readonly hint: string;
};

/** What a label says, with a word on the check while that is under way. */
export function wordsOf(plan: LabelPlan, { jurisdiction, language }: PageLook): LabelWords {
  const words = labelWords(plan, jurisdiction, language);
  if (!plan.pending) return words;
  const gap = language === 'zh-CN' ? '' : ' ';
  return { ...words, sentence: `${words.sentence}${gap}${pageWord('label.checking', language)}` };
}

/** The dot of a label under way moves while its credential is being checked, and only then. */
export function planOf({ verdict, credential }: Inspection): LabelPlan | undefined {
  return planLabel(verdict, { checking: credential?.kind === 'checking' });
}
