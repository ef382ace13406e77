import { useView } from '../view-context';
import type { FieldProps } from './field-props';
import { allowedEvidence, type EvidenceKind } from './model/evidence';

/** Which files go along. They are gathered for the final look, where each can be seen and left out again. */
export function EvidenceField({ edit, change }: FieldProps) {
  const { t, services, announce } = useView();
  const allowed = allowedEvidence(edit.categoryId, services.canCopyPage);
  const set = (kind: EvidenceKind, include: boolean) => {
    const wanted = new Set(edit.wanted);
    if (include) wanted.add(kind);
    else wanted.delete(kind);
    change({ wanted, evidence: { kind: 'none' } });
  };
  const choose = async (kind: EvidenceKind, include: boolean) => {
    // The browser asks in a gesture only: nothing may be awaited before.
    const asked = kind === 'page-copy' && include ? services.allowPageCopy().catch(() => false) : true;
    if (await asked) return set(kind, include);
    announce('report.pageCopyRefused');
    set(kind, false);
  };
  return (
    <fieldset class="block field">
      <legend>{t('report.evidence')}</legend>
      {allowed.map((kind) => (
        <label key={kind} class="check">
          <input
            type="checkbox"
            checked={edit.wanted.has(kind)}
            onChange={(event) => choose(kind, event.currentTarget.checked)}
          />
          {t(`evidenceFile.${kind}`)}
        </label>
      ))}
      {allowed.includes('original') ? <p class="muted small">{t('report.evidenceHint')}</p> : <NoContent />}
    </fieldset>
  );
}

/** For intimate pictures shared against somebody's will there is a place that never asks for the picture itself. */
function NoContent() {
  const { t } = useView();
  return (
    <p class="muted small">
      {t('report.noContent')}{' '}
      <a href="https://stopncii.org" target="_blank" rel="noreferrer">
        stopncii.org
      </a>
    </p>
  );
}
