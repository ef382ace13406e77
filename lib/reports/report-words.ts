import en from '../../assets/locales/en.json';
import zhCN from '../../assets/locales/zh-CN.json';
import type { Language } from '../rules/localized';

/** Keys that report texts use; both locale files have the same ones (contract test). */
export type ReportKey = keyof typeof zhCN & keyof typeof en;

/** Gives the words of one key, with `{{name}}` replaced by the value of that name. */
export type ReportWords = (key: ReportKey, values?: { readonly [name: string]: string | number }) => string;

const LOCALES = { 'zh-CN': zhCN, en } as const;

/** The report's words in one language. Values are put in once and as they are: a `{{…}}` inside a value stays. */
export function reportWords(language: Language): ReportWords {
  return (key, values = {}) =>
    LOCALES[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
