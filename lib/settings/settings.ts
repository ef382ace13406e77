import type { Language } from '../rules/localized';

export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type Corner = (typeof CORNERS)[number];

export const LANGUAGE_CHOICES = ['auto', 'zh-CN', 'en'] as const;
export type LanguageChoice = 'auto' | Language;

export const PROFILES = ['cn', 'eu', 'us-ca', 'in', 'kr'] as const;
export type Profile = (typeof PROFILES)[number];

/** When a credential is checked in full: as soon as the fast reading found one, or when a person asks. */
export const CREDENTIAL_CHECKS = ['auto', 'click'] as const;
export type CredentialChecks = (typeof CREDENTIAL_CHECKS)[number];

/** Whether rules for platforms count that were never tried on a page saved from the platform. */
export const UNCHECKED_RULES = ['on', 'off'] as const;
export type UncheckedRules = (typeof UNCHECKED_RULES)[number];

/** The one settings item. Its shape is versioned: see `settings-item.ts` for migrations. */
export type Settings = {
  readonly language: LanguageChoice;
  /** Rule pack that owns the label's words: `assets/rules/jurisdictions/<id>.json`. */
  readonly profile: Profile;
  readonly corner: Corner;
  /** Host names on which nothing is read or drawn. */
  readonly pausedSites: readonly string[];
  readonly verifyCredentials: CredentialChecks;
  readonly uncheckedPlatformRules: UncheckedRules;
};

export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  profile: 'cn',
  corner: 'top-left',
  pausedSites: [],
  verifyCredentials: 'auto',
  uncheckedPlatformRules: 'on',
};
