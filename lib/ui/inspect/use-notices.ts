import { useEffect, useRef } from 'preact/hooks';
import { givenName, itemOfFile } from '../model/given-file';
import { verdictSentence } from '../model/verdict-sentence';
import { useView } from '../view-context';
import type { GivenFile } from './use-files';

/** Tells by notification what came of an address, once, where the person looks at something else by then. */
export function useNotices(files: readonly GivenFile[]): void {
  const view = useView();
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const file of files) {
      const item = itemOfFile(file);
      if (!file.done || item === undefined || file.given.kind !== 'url' || told.current.has(file.id))
        continue;
      told.current.add(file.id);
      if (document.visibilityState === 'hidden')
        void tellIfAllowed(view.services, givenName(file), verdictSentence(item, view));
    }
  }, [files, view]);
}

type Services = ReturnType<typeof useView>['services'];

async function tellIfAllowed(services: Services, title: string, message: string): Promise<void> {
  if (await services.mayNotify()) await services.notify(title, message).catch(() => undefined);
}
