import type { Language } from '../rules/localized';
import type { LanguageChoice } from '../settings/settings';
import { browser } from './browser';

/** The browser's own interface language, mapped to one of ours. */
export function browserLanguage(): Language {
  return browser.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** The language a person chose, or the browser's. */
export function languageOf(choice: LanguageChoice): Language {
  return choice === 'auto' ? browserLanguage() : choice;
}
