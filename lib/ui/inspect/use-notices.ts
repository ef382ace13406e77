import { useEffect, useRef } from 'preact/hooks';
import { isDocumentAddress } from '../model/document-address';
import { givenName, itemOfFile } from '../model/given-file';
import { verdictSentence } from '../model/verdict-sentence';
import type { DocumentResult } from '../services';
import { useView } from '../view-context';
import type { Given } from './file-inspector';
import type { GivenFile } from './use-files';

/** Keeps what came of a document for the panel, and tells by notification, once, where the person looks at something else by then. */
export function useNotices(files: readonly GivenFile[]): void {
  const view = useView();
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const file of files) {
      const item = itemOfFile(file);
      if (!file.done || item === undefined || file.given.kind !== 'url' || told.current.has(file.id))
        continue;
      told.current.add(file.id);
      if (isDocumentAddress(file.given.url))
        void view.services.keepDocumentResult(resultOf(file, file.given, verdictSentence(item, view)));
      if (document.visibilityState === 'hidden')
        void tellIfAllowed(view.services, givenName(file), verdictSentence(item, view));
    }
  }, [files, view]);
}

function resultOf(
  file: GivenFile,
  { url, page }: Extract<Given, { kind: 'url' }>,
  sentence: string,
): DocumentResult {
  const { readAt: at } = file.reading;
  return { url, name: givenName(file), sentence, at, ...(page === undefined ? {} : { page }) };
}

type Services = ReturnType<typeof useView>['services'];

async function tellIfAllowed(services: Services, title: string, message: string): Promise<void> {
  if (await services.mayNotify()) await services.notify(title, message).catch(() => undefined);
}
