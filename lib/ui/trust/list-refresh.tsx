import { useState } from 'preact/hooks';
import { REFRESHED_LISTS } from '../../settings/trust';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';
import type { Trust } from './use-trust';

/** The optional refresh of the official lists: off unless the person wants it, with how the last one ended. */
export function ListRefresh({ trust }: { readonly trust: Trust }) {
  const { t, announce } = useView();
  const [busy, setBusy] = useState(false);
  const { refresh } = trust.state;
  const turn = async () => {
    await trust.change((desk) => desk.setRefresh(!refresh));
    announce('settings.saved');
  };
  const now = async () => {
    setBusy(true);
    await trust.change((desk) => desk.refreshNow());
    setBusy(false);
    announce('trust.refreshed');
  };
  return (
    <div class="trust-refresh">
      <label class="check">
        <input type="checkbox" checked={refresh} onChange={turn} />
        {t('trust.refresh')}
      </label>
      <p class="muted small">{t('trust.refreshHint')}</p>
      <LastResult trust={trust} />
      <button type="button" class="button" disabled={busy} onClick={now}>
        {t('trust.refreshNow')}
      </button>
    </div>
  );
}

function LastResult({ trust }: { readonly trust: Trust }) {
  const { t, language } = useView();
  const { last } = trust.state;
  if (last === undefined) return null;
  const results = REFRESHED_LISTS.flatMap((id) => {
    const result = last.results[id];
    return result === undefined ? [] : [[id, result] as const];
  });
  return (
    <div class="small">
      <p>{t('trust.lastRefresh', { at: localTime(last.at, language) })}</p>
      <ul class="plain">
        {results.map(([id, result]) => (
          <li key={id}>
            {t('trust.refreshResult', { list: t(`trust.list.${id}`), result: t(`trust.result.${result}`) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
