import i18next, { type i18n } from 'i18next';
import en from '../../assets/locales/en.json';
import zhCN from '../../assets/locales/zh-CN.json';
import type { Language } from '../rules/localized';

type Messages = typeof zhCN;
type WithoutPlural<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/** Every key a view may ask for; `assets/locales/zh-CN.json` owns the list. A counted one is named without `_other`. */
export type LocaleKey = WithoutPlural<keyof Messages>;

/** Gives the words of a key. Values are put in as they are: Preact sets them as text, never as markup. */
export type Words = (key: LocaleKey, values?: { readonly [name: string]: string | number }) => string;

declare module 'i18next' {
  interface CustomTypeOptions {
    keySeparator: false;
    nsSeparator: false;
    returnNull: false;
    resources: { translation: Messages };
  }
}

let shared: i18n | undefined;

/**
 * One instance for the life of a view; both languages are in the bundle, so nothing is loaded.
 *
 * `skipOnVariables` keeps i18next from reading `$t(…)` or `{{…}}` inside a value: values may come from files.
 */
function instance(): i18n {
  if (shared !== undefined) return shared;
  shared = i18next.createInstance();
  void shared.init({
    initAsync: false,
    showSupportNotice: false,
    lng: 'zh-CN',
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  return shared;
}

/** The words of one language. Languages may be switched at any time by asking for the other one's words. */
export function wordsIn(language: Language): Words {
  const translate = instance().getFixedT(language);
  return (key, values) => translate(key as never, { ...values } as never) as unknown as string;
}
