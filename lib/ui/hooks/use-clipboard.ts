import { useCallback } from 'preact/hooks';
import { useView } from '../view-context';

/** Copying and saving with words about how it went. */
export function useClipboard() {
  const { services, announce } = useView();
  const copy = useCallback(
    (text: string) =>
      services.copyText(text).then(
        () => announce('common.copied'),
        () => announce('common.copyFailed'),
      ),
    [services, announce],
  );
  const save = useCallback(
    (name: string, mime: string, content: string) =>
      services.saveFile(name, mime, content).then(
        () => announce('common.saved'),
        () => announce('common.saveFailed'),
      ),
    [services, announce],
  );
  return { copy, save };
}
