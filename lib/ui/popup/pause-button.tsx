import { useView } from '../view-context';

/** Pauses on a site, or resumes. */
export function PauseButton({ site }: { readonly site: string }) {
  const { t, settings, changeSettings, announce } = useView();
  const paused = settings.pausedSites.includes(site);
  const toggle = async () => {
    const others = settings.pausedSites.filter((other) => other !== site);
    const stored = await changeSettings({ pausedSites: paused ? others : [...others, site] });
    if (!stored) announce('settings.saveFailed');
    else announce(paused ? 'settings.siteRemoved' : 'settings.siteAdded', { site });
  };
  return (
    <button type="button" class="button" onClick={toggle}>
      {t(paused ? 'page.resume' : 'page.pause')}
    </button>
  );
}
