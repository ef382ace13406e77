import { useEffect, useRef, useState } from 'preact/hooks';
import { Brand } from '../components/brand';
import { useView } from '../view-context';
import { CompareView } from './compare-view';
import type { FileInspector, Given } from './file-inspector';
import { FileList } from './file-list';
import { FileResult } from './file-result';
import { Intake } from './intake';
import { useDropAndPaste } from './use-drop-and-paste';
import { type Files, useFiles } from './use-files';
import { useNotices } from './use-notices';
import '../panel/panel.css';
import './inspect.css';

type Props = {
  readonly inspector: FileInspector;
  /** What to begin with, such as the address of the context menu's picture. */
  readonly first?: Given;
};

/** The page on which a person inspects files of their own: dropped, chosen, pasted or by address. */
export function InspectView({ inspector, first }: Props) {
  const { t } = useView();
  const files = useFiles(inspector);
  useNotices(files.files);
  const dragging = useDropAndPaste(files.add);
  const begun = useRef(false);
  useEffect(() => {
    if (first === undefined || begun.current) return;
    begun.current = true;
    files.add([first]);
  }, [first, files]);
  return (
    <div class={dragging ? 'inspect dragging' : 'inspect'}>
      <header class="top">
        <Brand />
      </header>
      <main>
        <h1 tabIndex={-1}>{t('inspect.title')}</h1>
        <Intake onGiven={files.add} />
        {files.files.length > 0 && <Results files={files} inspector={inspector} />}
      </main>
    </div>
  );
}

type Shown = { readonly kind: 'file'; readonly id: string } | { readonly kind: 'compare' };

/** The list of files and the one that is looked at: the newest, until another is chosen. */
function Results({ files, inspector }: { readonly files: Files; readonly inspector: FileInspector }) {
  const [shown, show] = useState<Shown | undefined>(undefined);
  const [newest] = files.files;
  const newestId = useRef(newest?.id);
  if (newestId.current !== newest?.id) {
    newestId.current = newest?.id;
    if (shown !== undefined) show(undefined);
  }
  const comparing = shown?.kind === 'compare' && files.files.length > 1;
  const wanted = shown?.kind === 'file' ? files.files.find(({ id }) => id === shown.id) : newest;
  const file = wanted ?? newest;
  return (
    <div class="inspect-parts">
      <FileList
        files={files}
        shown={comparing ? undefined : file?.id}
        onShow={(id) => show({ kind: 'file', id })}
        onCompare={() => show({ kind: 'compare' })}
      />
      {comparing ? (
        <CompareView files={files.files} />
      ) : (
        file !== undefined && <FileResult key={file.id} file={file} files={files} inspector={inspector} />
      )}
    </div>
  );
}
