import type { SourceFailure } from '../bytes/source';

/** SHA-256 of a medium as fetched now (hex), or why it could not be had. */
export type MediaHash =
  | { readonly sha256: string; readonly bytes: number; readonly finalUrl: string }
  | { readonly failure: SourceFailure | 'too-large' };
