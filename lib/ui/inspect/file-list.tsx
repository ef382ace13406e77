import { verdictWords } from '../model/compare-files';
import { givenName } from '../model/given-file';
import { useView } from '../view-context';
import type { Files, GivenFile } from './use-files';

type Props = {
  readonly files: Files;
  /** The one that is looked at. */
  readonly shown: string | undefined;
  readonly onShow: (id: string) => void;
  readonly onCompare: () => void;
};

/** The files given so far, each with its result in a word; two or more can be compared. */
export function FileList({ files, shown, onShow, onCompare }: Props) {
  const { t } = useView();
  const { files: all } = files;
  if (all.length === 1) return null;
  return (
    <nav class="file-list" aria-label={t('inspect.files')}>
      <ul class="plain">
        {all.map((file) => (
          <FileRow key={file.id} file={file} current={file.id === shown} onShow={onShow} />
        ))}
      </ul>
      <button type="button" class="button" aria-pressed={shown === undefined} onClick={onCompare}>
        {t('inspect.compare')}
      </button>
    </nav>
  );
}

type RowProps = {
  readonly file: GivenFile;
  readonly current: boolean;
  readonly onShow: (id: string) => void;
};

function FileRow({ file, current, onShow }: RowProps) {
  const view = useView();
  return (
    <li>
      <button
        type="button"
        class="file-row"
        aria-current={current ? 'true' : undefined}
        onClick={() => onShow(file.id)}
      >
        <bdi class="file-row-name">{givenName(file)}</bdi>
        <span class="muted small">{verdictWords(file, view)}</span>
      </button>
    </li>
  );
}
