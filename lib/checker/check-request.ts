import type { CredentialCheck, VerifiedCredential } from '../c2pa/credential';
import type { TrustLists } from '../c2pa/trust/trust-lists';

/** One file whose credential is to be checked, as the background asks the host of the worker. JSON but for `bytes`. */
export type CheckRequest = {
  /** Key under which the history is kept. */
  readonly key: string;
  /** Where the bytes are: `http:`, `https:`, `blob:` or `data:`. */
  readonly url: string;
  /** The bytes themselves, where host and asker can share them. */
  readonly bytes?: Blob;
  /** Media type by which the library picks its reader; `application/c2pa` for a store alone. */
  readonly mime: string;
  /** The store is taken out of the file and checked alone: the library cannot open the container. */
  readonly takeOut?: true;
  /** Address of the page that asks: public pages reach no private network. */
  readonly page: string;
  /** Most bytes fetched; beyond it the answer is `too-large`. */
  readonly maxBytes: number;
  readonly trust: TrustLists;
};

/** What the host answers. */
export type CheckReply = {
  readonly check: CredentialCheck;
  /** The server refused the request; it may be a guard against foreign pages. */
  readonly refused?: true;
};

/** A file on its way to the worker. */
export type WorkerTask = {
  readonly bytes: Blob;
  readonly mime: string;
  readonly takeOut?: true;
  readonly trust: TrustLists;
};

/** What the worker says: the answer, or that it failed and should be thrown away. */
export type WorkerWord =
  | { readonly kind: 'done'; readonly verified: VerifiedCredential }
  | { readonly kind: 'failed'; readonly why: string };
