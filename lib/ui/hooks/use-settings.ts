import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../settings/settings';
import type { UiServices } from '../services';

/** The settings, followed; `undefined` until loaded. A change is shown at once and taken back if it cannot be stored. */
export function useSettings(services: UiServices) {
  const [settings, show] = useState<Settings | undefined>(undefined);
  const latest = useRef<Settings | undefined>(undefined);
  const set = useCallback((value: Settings) => {
    latest.current = value;
    show(value);
  }, []);
  useEffect(() => {
    const control = new AbortController();
    void services.loadSettings().then((value) => control.signal.aborted || set(value));
    services.watchSettings(set, control.signal);
    return () => control.abort();
  }, [services, set]);
  const changeSettings = useCallback(
    async (change: Partial<Settings>): Promise<boolean> => {
      const before = latest.current;
      if (before === undefined) return false;
      const wanted = { ...before, ...change };
      set(wanted);
      const stored = await services.saveSettings(wanted).then(
        () => true,
        () => false,
      );
      if (!stored) set(before);
      return stored;
    },
    [services, set],
  );
  return { settings, changeSettings };
}
