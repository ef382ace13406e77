import { useEffect, useState } from 'preact/hooks';
import type { Look } from '../../reports/ledger/entry';
import type { LookFile } from '../../reports/ledger/ledger';
import { Fold } from '../components/fold';
import { useObjectUrl } from '../hooks/use-object-url';
import { fileName } from '../model/evidence-file';
import { fileEnding } from '../model/file-ending';
import { useView } from '../view-context';
import type { PartProps } from './report-detail';

type Props = PartProps & {
  /** When it was looked at. */
  readonly at: string;
  readonly look: Look;
};

/** What was kept when a medium was looked at again: the file and a picture of the page, or why there is none. */
export function LookFiles(props: Props) {
  const { t } = useView();
  const { kept, noRoom, picture } = props.look;
  return (
    <div class="report-look-files">
      {kept && <SaveButton {...props} file="copy" />}
      {picture === 'kept' && (
        <Fold summary={t('ledger.lookPicture.kept')}>{() => <PagePicture {...props} />}</Fold>
      )}
      {picture !== undefined && picture !== 'kept' && (
        <p class="muted small">
          {t(`ledger.lookPicture.${picture}`)} {picture === 'not-open' && <OpenPage {...props} />}
        </p>
      )}
      {noRoom && <p class="small missing">{t('ledger.lookNoRoom')}</p>}
    </div>
  );
}

function OpenPage({ desk, entry }: Props) {
  const { t, announce } = useView();
  const open = () => desk.openPage(entry.submission.item.pageUrl).catch(() => announce('common.failed'));
  return (
    <button type="button" class="link" onClick={open}>
      {t('ledger.openTab')}
    </button>
  );
}

function PagePicture(props: Props) {
  const { t } = useView();
  const { desk, entry, at } = props;
  const [blob, setBlob] = useState<Blob>();
  useEffect(() => {
    desk.lookFile(entry.id, at, 'picture').then(setBlob, () => undefined);
  }, [desk, entry.id, at]);
  const src = useObjectUrl(blob);
  return (
    <>
      {src !== undefined && <img class="file-preview" src={src} alt={t('ledger.lookPicture.kept')} />}
      <SaveButton {...props} file="picture" />
    </>
  );
}

function SaveButton({ desk, entry, at, look, file }: Props & { readonly file: LookFile }) {
  const { t, services, announce } = useView();
  const { mediaUrl, pageUrl } = entry.submission.item;
  const failed = () => announce('common.saveFailed');
  const save = async () => {
    const blob = await desk.lookFile(entry.id, at, file);
    if (blob === undefined) return failed();
    const name =
      file === 'copy'
        ? fileName('copy', mediaUrl, at, fileEnding(look.container))
        : fileName('page', pageUrl, at, 'png');
    await services.saveBlob(name, blob);
  };
  return (
    <button type="button" class="link" onClick={() => save().catch(failed)}>
      {t(file === 'copy' ? 'ledger.saveCopy' : 'ledger.savePicture')}
    </button>
  );
}
