import { useEffect, useState } from 'preact/hooks';
import { isDocumentAddress } from '../model/document-address';
import { useView } from '../view-context';
import type { GivenFile } from './use-files';

/** Offers, on a document that was opened by address, to tell results by notification from now on. */
export function NoticeOffer({ file }: { readonly file: GivenFile }) {
  const { t, services, announce } = useView();
  const [offered, offer] = useState(false);
  const address = file.given.kind === 'url' && isDocumentAddress(file.given.url);
  useEffect(() => {
    if (address) void services.mayNotify().then((granted) => offer(!granted));
  }, [address, services]);
  if (!offered) return null;
  const ask = async () => {
    const granted = await services.askToNotify().catch(() => false);
    if (granted) offer(false);
    announce(granted ? 'inspect.noticesOn' : 'inspect.noticesRefused');
  };
  return (
    <section class="block">
      <button type="button" class="link" onClick={() => void ask()}>
        {t('inspect.notices')}
      </button>
      <p class="muted small">{t('inspect.noticesHint')}</p>
    </section>
  );
}
