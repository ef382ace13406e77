import type { Citation, Jurisdiction } from '../rules/jurisdiction';
import type { Language } from '../rules/localized';
import type { LabelPlan } from './label-plan';

/** The words of one label in one language, with the clauses they rest on. */
export type LabelWords = {
  readonly label: string;
  readonly compact: string;
  readonly sentence: string;
  readonly cites: readonly Citation[];
};

/**
 * Looks up the words of a label in a rule pack.
 *
 * @throws RangeError when the pack does not word the plan's text: a fault of the pack, which the contract test
 *   over `assets/rules/jurisdictions` catches before any user does
 */
export function labelWords(plan: LabelPlan, jurisdiction: Jurisdiction, language: Language): LabelWords {
  const text = jurisdiction.texts.find(({ key }) => key === plan.text);
  if (!text) throw new RangeError(`Rule pack ${jurisdiction.id} has no words for ${plan.text}`);
  const sentence = (plan.saidBy && text.sentenceOf?.[plan.saidBy]) ?? text.sentence;
  return {
    label: text.label[language],
    compact: text.compact[language],
    sentence: sentence[language],
    cites: text.cites,
  };
}
