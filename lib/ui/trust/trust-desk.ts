import type { FileText } from '../../bytes/file-text';
import type { LastRefresh } from '../../settings/trust';

/** Where a list comes from: the build, a file the person loaded, a refresh; or it is not there. */
export const LIST_STATES = ['built-in', 'loaded', 'refreshed', 'missing'] as const;

/** A published list of signers or time-stamp authorities. */
export type KnownList = {
  readonly id: 'official' | 'timeStamps' | 'interim';
  readonly state: (typeof LIST_STATES)[number];
  /** Certificates in it; 0 where it is missing. */
  readonly count: number;
  /** ISO date. */
  readonly issued: string;
  readonly licence: string;
  readonly attribution: string;
  /** Where its files are published. */
  readonly addresses: readonly string[];
};

/** A certificate the person trusts, and what it covers. */
export type Anchor = {
  readonly subject: FileText;
  readonly organization?: FileText;
  readonly validTo: string;
  /** SHA-256 of the certificate, lower-case hexadecimal. */
  readonly fingerprint: string;
  /** It covers every signer under it; otherwise the one signer it names. */
  readonly authority: boolean;
};

export type TrustState = {
  readonly lists: readonly KnownList[];
  readonly anchors: readonly Anchor[];
  readonly refresh: boolean;
  readonly last?: LastRefresh;
};

/** Why a text of anchors could not be taken, and which certificate of it, where it is about one. */
export const ANCHOR_FAULTS = ['empty', 'too-large', 'too-many', 'no-certificate', 'unreadable'] as const;
export type AnchorFault = { readonly why: (typeof ANCHOR_FAULTS)[number]; readonly index?: number };

/** What adding brought: how many were new, and what was wrong with the rest. */
export type Added = { readonly count: number; readonly faults: readonly AnchorFault[] };

/** Everything the trust section may ask for. Every change gives the state after it. */
export type TrustDesk = {
  load(): Promise<TrustState>;
  /** Takes files of published lists whose SHA-256 is one this build names. @returns how many were taken */
  loadLists(texts: readonly string[]): Promise<number>;
  addAnchors(text: string): Promise<Added>;
  removeAnchor(fingerprint: string): Promise<void>;
  setRefresh(on: boolean): Promise<void>;
  /** Asks the published addresses now. */
  refreshNow(): Promise<void>;
};
