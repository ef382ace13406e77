import type { LabelPlan } from '../../labels/label-plan';
import { labelWords } from '../../labels/label-words';
import { useView } from '../view-context';
import { Glyph } from './glyph';

/** The label as it stands on the page: sign and words on a dark pill. */
export function LabelChip({ plan }: { readonly plan: LabelPlan }) {
  const { jurisdiction, language, t } = useView();
  return (
    <span class="chip">
      <Glyph badge={plan.badge} />
      {labelWords(plan, jurisdiction, language).label}
      {plan.pending && <span class="chip-dot" role="img" aria-label={t('item.pending')} />}
    </span>
  );
}
