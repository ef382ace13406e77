import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Jurisdiction } from '../rules/jurisdiction';
import type { Language } from '../rules/localized';
import type { Settings } from '../settings/settings';
import type { LocaleKey, Words } from './i18n';
import type { UiServices } from './services';

/** What every component of a view may use. */
export type View = {
  readonly services: UiServices;
  readonly settings: Settings;
  readonly changeSettings: (change: Partial<Settings>) => Promise<boolean>;
  readonly language: Language;
  readonly t: Words;
  readonly jurisdiction: Jurisdiction;
  /** Says something once, on screen and to screen readers. */
  readonly announce: (key: LocaleKey, values?: { readonly [name: string]: string | number }) => void;
};

export const ViewContext = createContext<View | undefined>(undefined);

/** The view a component stands in; every view is mounted with `mountView`. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (view === undefined) throw new Error('component outside of ViewRoot');
  return view;
}
