import { useEffect, useState } from 'preact/hooks';
import { Fold } from '../components/fold';
import { LongText } from '../components/long-text';
import { useObjectUrl } from '../hooks/use-object-url';
import type { Words } from '../i18n';
import { byteSize } from '../model/byte-size';
import { useView } from '../view-context';
import type { EvidenceKind } from './model/evidence';
import type { ReadyFile } from './model/report-files';
import type { ReportInHand } from './use-report';
import type { ReportFiles } from './use-report-files';

type Props = { readonly report: ReportInHand; readonly files: ReportFiles };

/** Every file that would go along, with its size and a look into it; any can be left out. */
export function FilesList({ report, files }: Props) {
  const { t } = useView();
  const { gathering, ready, missing } = files;
  return (
    <fieldset class="block field files">
      <legend>{t('report.files')}</legend>
      <p class="muted small" role="status">
        {gathering && t('report.gathering')}
      </p>
      {ready.map((file) => (
        <FileRow key={file.kind} file={file} report={report} />
      ))}
      {missing.map((kind) => (
        <p key={kind} class="small missing">
          {t('report.missing', { what: t(`evidenceFile.${kind}`) })} {missingReason(kind, report, t)}
        </p>
      ))}
    </fieldset>
  );
}

function missingReason(kind: EvidenceKind, { edit }: ReportInHand, t: Words): string {
  const medium = edit.evidence.kind === 'gathered' ? edit.evidence.gathered.medium : undefined;
  if (kind !== 'original' || medium === undefined || !('failure' in medium.hash)) return '';
  return t(`notChecked.${medium.hash.failure}`);
}

function FileRow({ file, report }: { readonly file: ReadyFile; readonly report: ReportInHand }) {
  const { t } = useView();
  const { edit, change } = report;
  const set = (include: boolean) => {
    const wanted = new Set(edit.wanted);
    if (include) wanted.add(file.kind);
    else wanted.delete(file.kind);
    change({ wanted });
  };
  return (
    <div class="file-row">
      <label class="check">
        <input
          type="checkbox"
          checked={edit.wanted.has(file.kind)}
          onChange={(event) => set(event.currentTarget.checked)}
        />
        <span>
          {t(`evidenceFile.${file.kind}`)}{' '}
          <span class="muted small">
            {file.name} · {byteSize(file.blob.size)}
          </span>
        </span>
      </label>
      <Fold summary={t('report.preview')}>{() => <Preview file={file} />}</Fold>
    </div>
  );
}

function Preview({ file }: { readonly file: ReadyFile }) {
  const isText = file.kind === 'findings' || file.kind === 'page-copy';
  return isText ? <TextPreview blob={file.blob} /> : <PicturePreview file={file} />;
}

/** A picture of ours or the page's own, shown from memory; films and sound are not played here. */
function PicturePreview({ file }: { readonly file: ReadyFile }) {
  const { t } = useView();
  const [failed, setFailed] = useState(false);
  const src = useObjectUrl(file.blob);
  if (failed) return <p class="muted small">{t('item.noPreview')}</p>;
  return src === undefined ? null : (
    <img
      class="file-preview"
      src={src}
      alt={t(`evidenceFile.${file.kind}`)}
      onError={() => setFailed(true)}
    />
  );
}

/** As much of a text as is looked at; a saved page can be tens of megabytes. */
const PREVIEW_BYTES = 64 * 1024;

function TextPreview({ blob }: { readonly blob: Blob }) {
  const [text, setText] = useState('');
  useEffect(() => void blob.slice(0, PREVIEW_BYTES).text().then(setText), [blob]);
  return <LongText text={text} mono copyable={false} />;
}
