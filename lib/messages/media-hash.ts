import type { SourceFailure } from '../bytes/source';

/** What a server said when a medium was fetched. Headers are words of the server's own. */
export type HttpFacts = {
  readonly status: number;
  readonly contentType?: string;
  /** As the server states it, in bytes. */
  readonly contentLength?: number;
  readonly lastModified?: string;
  /** ISO 8601 with offset. */
  readonly fetchedAt: string;
};

/** SHA-256 of a medium as fetched now (hex), or why it could not be had. */
export type MediaHash =
  | {
      readonly sha256: string;
      readonly bytes: number;
      readonly finalUrl: string;
      readonly http?: HttpFacts;
    }
  | { readonly failure: SourceFailure | 'too-large' };
