import type { PageItem } from '../../messages/page-items';
import { isConflict } from '../model/conflicts';
import { useView } from '../view-context';
import { FindingBlock } from './finding-block';
import { Remarks } from './remarks';

/** Why: every finding of the item, also those the verdict does not rest on. */
export function Findings({ item }: { readonly item: Pick<PageItem, 'inspection'> }) {
  const { t } = useView();
  const { findings, remarks } = item.inspection;
  const form = remarks.filter((remark) => !isConflict(remark));
  return (
    <section class="block" aria-labelledby="findings-title">
      <h2 id="findings-title">{t('item.evidence', { count: findings.length })}</h2>
      {findings.map((finding, index) => (
        <FindingBlock key={`${index} ${finding.signal}`} finding={finding} />
      ))}
      {form.length > 0 && (
        <div class="finding">
          <h3>{t('item.fileRemarks')}</h3>
          <Remarks remarks={form} />
        </div>
      )}
    </section>
  );
}
