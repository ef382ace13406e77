import { fileName } from '../model/evidence-file';
import { fileEnding } from '../model/file-ending';
import { useView } from '../view-context';
import type { PartProps } from './report-detail';

type Props = PartProps & {
  /** When it was looked at. */
  readonly at: string;
  /** What the file was then. */
  readonly container: string | undefined;
};

/** Saves the medium as it was when it was looked at again. */
export function SavedCopy({ desk, entry, at, container }: Props) {
  const { t, services, announce } = useView();
  const { mediaUrl } = entry.submission.item;
  const save = async () => {
    const copy = await desk.copy(entry.id, at);
    if (copy === undefined) announce('common.saveFailed');
    else await services.saveBlob(fileName('copy', mediaUrl, at, fileEnding(container)), copy);
  };
  return (
    <button type="button" class="link" onClick={() => save().catch(() => announce('common.saveFailed'))}>
      {t('ledger.saveCopy')}
    </button>
  );
}
