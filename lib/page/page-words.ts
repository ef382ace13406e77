import words from '../../assets/locales/page.json';
import type { Language, Localized } from '../rules/localized';

/** Key of a word the content script says by itself; a label's own words come from the rule pack. */
export type PageWordKey = keyof typeof words;

/**
 * A word said on other people's pages. Kept apart from the views' locale files, so that no page carries the
 * words of the panel.
 */
export function pageWord(key: PageWordKey, language: Language): string {
  const word: Localized = words[key];
  return word[language];
}
