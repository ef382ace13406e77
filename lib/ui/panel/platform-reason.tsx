import { knownPlatformRow } from '../../rules/platform-words';
import type { Finding } from '../../signals/finding';
import { platformOf } from '../model/finding-words';
import { useView } from '../view-context';

/** Who labelled an item and why, in the words of the platform's rule; and that the rule is not checked, where it is not. */
export function PlatformReason({ finding }: { readonly finding: Finding }) {
  const { t, language } = useView();
  const rule = finding.signal.replace(/^platform:/, '');
  const rowId = finding.rows?.find(({ name }) => name === 'row')?.value ?? '';
  const row = knownPlatformRow(rule, rowId);
  if (row === undefined) return null;
  return (
    <>
      <p>{t('finding.labelledBy', { platform: platformOf(finding, t), reason: row.reason[language] })}</p>
      {row.checkedOn === 'unchecked' && <p class="muted small">{t('finding.unchecked')}</p>}
    </>
  );
}
