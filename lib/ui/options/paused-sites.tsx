import { useRef, useState } from 'preact/hooks';
import type { LocaleKey } from '../i18n';
import { addSite, type SiteError } from '../model/add-site';
import { useView } from '../view-context';
import type { Store } from './options-view';

/** The sites on which nothing is read or drawn: a list to take from and a field to add to. */
export function PausedSites({ store }: { readonly store: Store }) {
  const { t, settings } = useView();
  const sites = settings.pausedSites;
  const remove = (site: string) =>
    store({ pausedSites: sites.filter((other) => other !== site) }, 'settings.siteRemoved', { site });
  return (
    <section class="field" aria-labelledby="paused-title">
      <h2 id="paused-title">{t('settings.pausedSites')}</h2>
      <p class="muted small">{t('settings.pausedSitesHint')}</p>
      {sites.length === 0 ? (
        <p class="muted">{t('settings.noPausedSites')}</p>
      ) : (
        <SiteList sites={sites} onRemove={remove} />
      )}
      <AddSite sites={sites} store={store} />
    </section>
  );
}

type ListProps = { readonly sites: readonly string[]; readonly onRemove: (site: string) => void };

function SiteList({ sites, onRemove }: ListProps) {
  const { t } = useView();
  return (
    <ul class="plain sites">
      {sites.map((site) => (
        <li key={site}>
          <bdi>{site}</bdi>
          <button
            type="button"
            class="link"
            aria-label={t('settings.removeSite', { site })}
            onClick={() => onRemove(site)}
          >
            {t('settings.remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}

function AddSite({ sites, store }: { readonly sites: readonly string[]; readonly store: Store }) {
  const { t } = useView();
  const field = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<SiteError | undefined>(undefined);
  const add = (event: Event) => {
    event.preventDefault();
    const added = addSite(sites, field.current?.value ?? '');
    setError('error' in added ? added.error : undefined);
    if ('error' in added) return field.current?.focus();
    if (field.current !== null) field.current.value = '';
    return store({ pausedSites: added.sites }, 'settings.siteAdded', { site: added.site });
  };
  return (
    <form class="add-site" onSubmit={add} noValidate>
      <label for="site">{t('settings.site')}</label>
      <span class="add-site-row">
        <input
          id="site"
          ref={field}
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('settings.sitePlaceholder')}
          aria-invalid={error !== undefined}
          aria-describedby="site-error"
        />
        <button type="submit" class="button">
          {t('settings.addSite')}
        </button>
      </span>
      <p id="site-error" class="error small" role="alert">
        {error !== undefined && t(errorKey(error))}
      </p>
    </form>
  );
}

function errorKey(error: SiteError): LocaleKey {
  return `settings.siteError.${error}`;
}
