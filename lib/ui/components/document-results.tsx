import { useEffect, useState } from 'preact/hooks';
import type { DocumentResult } from '../services';
import { useView } from '../view-context';

/** What came of the documents that a person had checked from this page, or of the document the tab shows. */
export function DocumentResults({ page }: { readonly page: string }) {
  const { t, services, announce } = useView();
  const results = useResults(page);
  if (results.length === 0) return null;
  const open = ({ url }: DocumentResult) =>
    services.openInspect({ mediaUrl: url, pageUrl: page }).catch(() => announce('common.failed'));
  return (
    <section class="block results" aria-labelledby="results-title">
      <h2 id="results-title">{t('documents.title')}</h2>
      <ul>
        {results.map((result) => (
          <li key={result.url} class="results-one">
            <bdi class="results-name">{result.name}</bdi>
            <p>{result.sentence}</p>
            <button type="button" class="link" onClick={() => void open(result)}>
              {t('documents.open')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useResults(page: string): readonly DocumentResult[] {
  const { services } = useView();
  const [results, setResults] = useState<readonly DocumentResult[]>([]);
  useEffect(() => {
    const ending = new AbortController();
    const load = () =>
      void services.documentResults(page).then(
        (found) => ending.signal.aborted || setResults(found),
        () => undefined,
      );
    services.watchDocumentResults(load, ending.signal);
    load();
    return () => ending.abort();
  }, [services, page]);
  return results;
}
