import { useCallback, useEffect, useState } from 'preact/hooks';
import { useView } from '../view-context';
import type { TrustDesk, TrustState } from './trust-desk';

/** The state of trust, and a way to change it that shows the state after. */
export type Trust = {
  readonly state: TrustState;
  /** Runs a change, then shows what is there; a failing one is said. @returns what the change gave */
  readonly change: <T>(run: (desk: TrustDesk) => Promise<T>) => Promise<T | undefined>;
};

/** Loads what is known of lists and anchors; `undefined` until then. */
export function useTrust(desk: TrustDesk): Trust | undefined {
  const { announce } = useView();
  const [state, setState] = useState<TrustState | undefined>(undefined);
  useEffect(() => {
    void desk.load().then(setState, () => announce('common.failed'));
  }, [desk, announce]);
  const change = useCallback<Trust['change']>(
    async (run) => {
      try {
        const given = await run(desk);
        setState(await desk.load());
        return given;
      } catch {
        announce('settings.saveFailed');
        return undefined;
      }
    },
    [desk, announce],
  );
  return state === undefined ? undefined : { state, change };
}
