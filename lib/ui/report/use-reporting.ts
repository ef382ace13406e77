import { useCallback, useEffect, useState } from 'preact/hooks';
import type { RecipientRow } from '../../rules/recipient-row';
import { NO_REPORTING, type Reporting } from '../../settings/reporting';
import { useView } from '../view-context';

/** What a person and their organisation entered for reports. */
export type KnownReporting = Reporting & {
  readonly managed: readonly RecipientRow[];
  readonly save: (reporting: Partial<Reporting>) => Promise<boolean>;
};

const NOTHING = { ...NO_REPORTING, managed: [], loaded: false } as const;

/** Reporter, own and preset recipients; nothing until loaded. What cannot be loaded counts as nothing entered. */
export function useReporting(): KnownReporting {
  const { services } = useView();
  const [known, setKnown] = useState<Omit<KnownReporting, 'save'> & { readonly loaded: boolean }>(NOTHING);
  useEffect(() => {
    let gone = false;
    const own = services.loadReporting().catch(() => NO_REPORTING);
    const managed = services.loadManagedRecipients().catch(() => []);
    void Promise.all([own, managed]).then(
      ([reporting, rows]) => gone || setKnown({ ...reporting, managed: rows, loaded: true }),
    );
    return () => {
      gone = true;
    };
  }, [services]);
  const save = useCallback(
    async (change: Partial<Reporting>) => {
      // What was not loaded is not overwritten.
      if (!known.loaded) return false;
      const reporting = { reporter: known.reporter, recipients: known.recipients, ...change };
      setKnown({ ...known, ...reporting });
      return services.saveReporting(reporting).then(
        () => true,
        () => false,
      );
    },
    [known, services],
  );
  return { ...known, save };
}
