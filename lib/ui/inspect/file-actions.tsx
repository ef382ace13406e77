import { useClipboard } from '../hooks/use-clipboard';
import { fileName } from '../model/evidence-file';
import { fileEvidenceJson } from '../model/given-file';
import { useView } from '../view-context';
import type { Files, GivenFile } from './use-files';

type Props = { readonly file: GivenFile; readonly files: Files };

/** What can be done with the evidence on a given file. */
export function FileActions({ file, files }: Props) {
  const { t, services } = useView();
  const { copy, save } = useClipboard();
  const json = () => fileEvidenceJson(file, services.now(), services.version());
  const address = file.given.kind === 'url' ? file.given.url : '';
  const name = () => fileName('evidence', address, services.now(), 'json');
  return (
    <section class="actions" aria-label={t('item.actions')}>
      <button
        type="button"
        class="button primary"
        disabled={!file.done}
        onClick={() => save(name(), 'application/json', json())}
      >
        {t('item.saveJson')}
      </button>
      <button type="button" class="button" disabled={!file.done} onClick={() => copy(json())}>
        {t('item.copyJson')}
      </button>
      <button type="button" class="button" onClick={() => files.remove(file.id)}>
        {t('inspect.remove')}
      </button>
    </section>
  );
}
