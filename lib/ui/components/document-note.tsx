import { useEffect, useState } from 'preact/hooks';
import { isDocumentAddress } from '../model/document-address';
import { useView } from '../view-context';

/** Where the tab shows a document, as in the browser's PDF viewer: offers to check the file itself. */
export function DocumentNote({ page }: { readonly page: string | undefined }) {
  const { t, services, announce } = useView();
  const [address, setAddress] = useState(page);
  useEffect(() => {
    if (page === undefined) void services.tabAddress().then(setAddress, () => undefined);
    else setAddress(page);
  }, [page, services]);
  if (address === undefined || !isDocumentAddress(address)) return null;
  const open = () =>
    services.openInspect({ mediaUrl: address, pageUrl: address }).catch(() => announce('common.failed'));
  return (
    <section class="note">
      <p>{t('page.document')}</p>
      <p>
        <button type="button" class="button primary" onClick={() => void open()}>
          {t('page.checkDocument')}
        </button>
      </p>
    </section>
  );
}
