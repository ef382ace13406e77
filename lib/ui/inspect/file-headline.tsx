import { useState } from 'preact/hooks';
import { labelWords } from '../../labels/label-words';
import { LabelChip } from '../components/label-chip';
import { filePreview } from '../model/file-preview';
import { knownFrom } from '../model/finding-words';
import { type GivenItem, hasLabel } from '../model/given-file';
import { leadingFinding } from '../model/leading-finding';
import { useView } from '../view-context';
import type { GivenFile } from './use-files';

type Props = { readonly file: GivenFile; readonly item: GivenItem | undefined };

/** The file's picture and its verdict in one sentence; nothing found and "could not be read" are sentences too. */
export function FileHeadline({ file, item }: Props) {
  const { t } = useView();
  return (
    <>
      <Preview file={file} item={item} />
      <div class="block block-first">
        {item === undefined ? <p class="say">{t('inspect.reading')}</p> : <Verdict item={item} />}
      </div>
    </>
  );
}

function Preview({ file, item }: Props) {
  const [failed, setFailed] = useState(false);
  const preview = filePreview(file.reading);
  if (preview === undefined || failed) {
    return item !== undefined && hasLabel(item) ? (
      <p class="file-chip">
        <LabelChip plan={item.label} />
      </p>
    ) : null;
  }
  return (
    <div class="picture">
      <div class="picture-box">
        <img class="picture-image" src={preview} alt="" onError={() => setFailed(true)} />
        {item !== undefined && hasLabel(item) && <LabelChip plan={item.label} />}
      </div>
    </div>
  );
}

function Verdict({ item }: { readonly item: GivenItem }) {
  const { t, jurisdiction, language } = useView();
  const { verdict } = item.inspection;
  if (hasLabel(item)) {
    const lead = leadingFinding(verdict);
    const known = verdict.kind === 'credential-broken' ? t('know.broken') : lead && knownFrom(lead, t);
    return <Say title={labelWords(item.label, jurisdiction, language).sentence} hint={known} />;
  }
  if (verdict.kind === 'unreadable') {
    return <Say title={t('inspect.unreadable')} hint={t(`readState.${verdict.why}`)} />;
  }
  if (verdict.kind === 'not-checked') {
    return <Say title={t('inspect.notChecked')} hint={t(`notChecked.${verdict.why}`)} />;
  }
  return <Say title={t('page.noLabels')} hint={t('page.noLabelsHint')} />;
}

function Say({ title, hint }: { readonly title: string; readonly hint: string | undefined }) {
  return (
    <>
      <p class="say">{title}</p>
      {hint !== undefined && <p class="muted">{hint}</p>}
    </>
  );
}
