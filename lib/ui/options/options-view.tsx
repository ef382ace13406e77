import {
  CORNERS,
  CREDENTIAL_CHECKS,
  LANGUAGE_CHOICES,
  PROFILES,
  type Settings,
  UNCHECKED_RULES,
} from '../../settings/settings';
import { Brand } from '../components/brand';
import { ReportsLink } from '../components/reports-link';
import type { LocaleKey } from '../i18n';
import type { TrustDesk } from '../trust/trust-desk';
import { TrustSection } from '../trust/trust-section';
import { useView } from '../view-context';
import { ChoiceField } from './choice-field';
import { CornerField } from './corner-field';
import { PausedSites } from './paused-sites';
import { RecipientsSection } from './recipients-section';
import './options.css';

/** The settings page. Every change is stored at once and said. */
export function OptionsView({ trust }: { readonly trust: TrustDesk }) {
  const { t, settings, services } = useView();
  const store = useStore();
  return (
    <div class="options">
      <header class="top">
        <Brand />
        <ReportsLink class="button top-action" />
        <button type="button" class="button" onClick={() => services.openInspect()}>
          {t('common.inspect')}
        </button>
      </header>
      <main>
        <h1 tabIndex={-1}>{t('settings.title')}</h1>
        <ChoiceField
          name="language"
          legend={t('settings.language')}
          value={settings.language}
          choices={LANGUAGE_CHOICES}
          words={(choice) => t(`settings.language.${choice}`)}
          onChoose={(language) => store({ language })}
        />
        <ChoiceField
          name="profile"
          legend={t('settings.profile')}
          hint={t('settings.profileHint')}
          value={settings.profile}
          choices={PROFILES}
          words={(choice) => t(`settings.profile.${choice}`)}
          onChoose={(profile) => store({ profile })}
        />
        <CornerField value={settings.corner} choices={CORNERS} onChoose={(corner) => store({ corner })} />
        <ChoiceField
          name="verify-credentials"
          legend={t('settings.verifyCredentials')}
          hint={t('settings.verifyCredentialsHint')}
          value={settings.verifyCredentials}
          choices={CREDENTIAL_CHECKS}
          words={(choice) => t(`settings.verifyCredentials.${choice}`)}
          onChoose={(verifyCredentials) => store({ verifyCredentials })}
        />
        <ChoiceField
          name="unchecked-platform-rules"
          legend={t('settings.uncheckedPlatformRules')}
          hint={t('settings.uncheckedPlatformRulesHint')}
          value={settings.uncheckedPlatformRules}
          choices={UNCHECKED_RULES}
          words={(choice) => t(`settings.uncheckedPlatformRules.${choice}`)}
          onChoose={(uncheckedPlatformRules) => store({ uncheckedPlatformRules })}
        />
        <PausedSites store={store} />
        <RecipientsSection />
        <TrustSection desk={trust} />
      </main>
      <About />
    </div>
  );
}

/** Stores a change and says how it went; `said` are the words for success. */
export type Store = (change: Partial<Settings>, said?: LocaleKey, values?: { readonly site: string }) => void;

function useStore(): Store {
  const { changeSettings, announce } = useView();
  return async (change, said = 'settings.saved', values = undefined) => {
    const stored = await changeSettings(change);
    if (stored) announce(said, values);
    else announce('settings.saveFailed');
  };
}

function About() {
  const { t, services } = useView();
  return (
    <footer class="about">
      <h2>{t('about.title')}</h2>
      <p>
        {t('app.name')} · {t('about.version', { version: services.version() })}
      </p>
      <p class="muted">{t('about.privacy')}</p>
      <p class="muted">{t('about.limits')}</p>
    </footer>
  );
}
