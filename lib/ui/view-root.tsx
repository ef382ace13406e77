import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Settings } from '../settings/settings';
import { StatusLine } from './components/status-line';
import { useAnnouncement } from './hooks/use-announcement';
import { useSettings } from './hooks/use-settings';
import { type LocaleKey, type Words, wordsIn } from './i18n';
import { rulePack } from './rule-pack';
import type { UiServices } from './services';
import { type View, ViewContext } from './view-context';

type Props = {
  readonly services: UiServices;
  /** Title of the document. */
  readonly title: LocaleKey;
  readonly children: ComponentChildren;
};

/** Loads what every view needs, sets the document's language and title, and holds the live region. */
export function ViewRoot(props: Props) {
  const { settings, changeSettings } = useSettings(props.services);
  return settings === undefined ? null : (
    <LoadedRoot {...props} settings={settings} changeSettings={changeSettings} />
  );
}

type LoadedProps = Props & Pick<View, 'changeSettings'> & { readonly settings: Settings };

function LoadedRoot({ services, title, children, settings, changeSettings }: LoadedProps) {
  const language = settings.language === 'auto' ? services.browserLanguage() : settings.language;
  const t = useMemo(() => wordsIn(language), [language]);
  const { message, announce } = useAnnouncement(t);
  useDocumentWords(language, title, t);
  const jurisdiction = rulePack(settings.profile);
  const view: View = { services, settings, changeSettings, language, t, jurisdiction, announce };
  return (
    <ViewContext.Provider value={view}>
      {children}
      <StatusLine message={message} />
    </ViewContext.Provider>
  );
}

function useDocumentWords(language: string, title: LocaleKey, t: Words): void {
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title === 'app.name' ? t(title) : `${t(title)} · ${t('app.name')}`;
  }, [language, title, t]);
}
