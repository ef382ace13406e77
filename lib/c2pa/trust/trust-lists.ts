/** Certificates of one list and what a certificate under them must be made for. */
export type TrustList = {
  /** Root or intermediate certificates, PEM. */
  readonly anchors: string;
  /** Certificates of signers trusted by themselves, PEM. */
  readonly allowed?: string;
  /** Extended key usages (OIDs) a signer's certificate may carry under this list. */
  readonly usages: readonly string[];
  /** Date the list was issued or taken, ISO 8601. */
  readonly issued?: string;
};

/** Lists of signers; none of them is part of the repository. */
export const SIGNER_LISTS = ['official', 'own', 'interim'] as const;
export type SignerListId = (typeof SIGNER_LISTS)[number];

/** The lists that are there. Any may be missing; without all of them every signer is `unlisted`. */
export type TrustLists = {
  readonly [Id in SignerListId]?: TrustList;
} & {
  /** Time-stamp authorities. They vouch for times only, never for signers. */
  readonly timeStamps?: TrustList;
};
