/** Languages every text of ours exists in. Chinese first. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Localized = { readonly [language in Language]: string };
