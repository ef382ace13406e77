import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isDocumentAddress } from '../model/document-address';
import { useView } from '../view-context';
import { DocumentResults } from './document-results';
import { Note } from './note';

type Props = {
  /** Address of the page; of the tab where there is no page to read. */
  readonly page: string | undefined;
  /** What stands here where the tab shows no document. */
  readonly children: ComponentChildren;
};

/** Where the tab shows a document, as in the browser's PDF viewer: offers to check the file itself. */
export function DocumentNote({ page, children }: Props) {
  const { t, services, announce } = useView();
  const [address, setAddress] = useState(page);
  useEffect(() => {
    if (page === undefined) void services.tabAddress().then(setAddress, () => undefined);
    else setAddress(page);
  }, [page, services]);
  if (address === undefined || !isDocumentAddress(address)) return <>{children}</>;
  const open = () =>
    services.openInspect({ mediaUrl: address, pageUrl: address }).catch(() => announce('common.failed'));
  return (
    <>
      <Note title={t('page.document')} hint={t('page.documentHint')}>
        <button type="button" class="button primary" onClick={() => void open()}>
          {t('page.checkDocument')}
        </button>
      </Note>
      {page === undefined && <DocumentResults page={address} />}
    </>
  );
}
