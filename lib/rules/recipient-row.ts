import type { Localized } from './localized';

/** What a channel of a recipient is for; privacy and support desks are named as such. */
export const RECIPIENT_PURPOSES = ['abuse', 'privacy', 'support', 'appeal'] as const;
export type RecipientPurpose = (typeof RECIPIENT_PURPOSES)[number];

/** What a field of a form can be filled with. */
export const FORM_VALUES = ['text', 'subject', 'page', 'media', 'name', 'email'] as const;

/** One field of a described form. Filled on the person's click, never sent: that they do themselves. */
export type FormField = {
  /** CSS selector of an `input`, `textarea` or `select`. */
  readonly selector: string;
  readonly value: (typeof FORM_VALUES)[number];
};

/** How somebody can be reached. `api`: an HTTPS JSON endpoint as documented for the reference receiver. */
export type RecipientChannel =
  | { readonly kind: 'form'; readonly url: string; readonly fields?: readonly FormField[] }
  | { readonly kind: 'mail'; readonly address: string }
  | { readonly kind: 'phone'; readonly number: string }
  /** A menu of the site itself; there is no address to open but the page of the content. */
  | { readonly kind: 'in-page'; readonly menu: Localized }
  | { readonly kind: 'api'; readonly url: string }
  | { readonly kind: 'atproto'; readonly service: string };

/** Somebody a report can go to, by one channel: a row of `assets/rules/recipients/*.json` or one of the user's own. */
export type RecipientRow = {
  readonly id: string;
  readonly name: Localized;
  readonly kind: 'authority' | 'provider' | 'platform' | 'organization';
  readonly purpose: RecipientPurpose;
  readonly channel: RecipientChannel;
  /** Law profiles (jurisdiction ids) in which an authority is responsible; absent: everywhere. */
  readonly profiles?: readonly string[];
  /** Ids of the report categories it takes; absent: any. */
  readonly categories?: readonly string[];
  /** Host names (`example.com` includes its subdomains) whose pages it answers for. */
  readonly hosts?: readonly string[];
  /** Unified social credit codes by which GB 45438 labels name it. */
  readonly usccs?: readonly string[];
  /** Names by which certificates, labels and generator traces call it. */
  readonly names?: readonly string[];
  readonly source: string;
  /** ISO date. */
  readonly checkedAt: string;
  /**
   * `L`: an old or weak source, said on screen; `user`: added by the user, `managed`: preset by an organisation;
   * `none`: names no address of its own and only points to the page.
   */
  readonly confidence: 'H' | 'M' | 'L' | 'user' | 'managed' | 'none';
};

/** `assets/rules/recipients/*.json`. */
export type RecipientTable = readonly RecipientRow[];
