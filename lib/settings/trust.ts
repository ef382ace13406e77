/** Ids of the lists that may be refreshed from where they are published; the interim list is frozen. */
export const REFRESHED_LISTS = ['official', 'timeStamps'] as const;
export type RefreshedList = (typeof REFRESHED_LISTS)[number];

/** How a refresh of one list ended: taken, nothing new, refused by shape, size or dates, or not to be had. */
export const REFRESH_RESULTS = [
  'updated',
  'same',
  'too-large',
  'unreadable',
  'shrunk',
  'dates',
  'not-had',
] as const;
export type RefreshResult = (typeof REFRESH_RESULTS)[number];

/** When the lists were last refreshed, and how that ended. */
export type LastRefresh = {
  /** ISO 8601. */
  readonly at: string;
  readonly results: { readonly [list in RefreshedList]?: RefreshResult };
};

/** What a person chose about trust, apart from the settings because it is large. */
export type TrustChoices = {
  /** Own anchors, PEM, one after another. */
  readonly own: string;
  /** Files of lists that the person loaded or a refresh brought, by name in `assets/trust/SOURCES.json`. */
  readonly files: readonly TrustFile[];
  readonly refresh: boolean;
  readonly last?: LastRefresh;
};

/** One file of a list. `pinned`: its SHA-256 is the one this build names; others come from a refresh. */
export type TrustFile = { readonly name: string; readonly text: string; readonly pinned: boolean };

export const NO_TRUST_CHOICES: TrustChoices = { own: '', files: [], refresh: false };
