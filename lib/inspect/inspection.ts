import type { ReadState } from '../bytes/fault';
import type { CredentialCheck } from '../c2pa/credential';
import type { ContainerId } from '../containers/container';
import type { Finding, Remark } from '../signals/finding';
import type { Verdict } from '../verdict/verdict';

/**
 * How looking into the pixels ended: `decoded`, or why there were none to look into. `unsupported` is a format
 * nothing at hand decodes, `over-budget` a picture or file beyond our limits.
 */
export const PIXELS_STATES = ['decoded', 'truncated', 'malformed', 'over-budget', 'unsupported'] as const;
export type PixelsState = (typeof PIXELS_STATES)[number];

/** What `inspect` says of one file. JSON-safe; this is what travels in messages, never the bytes. */
export type Inspection = {
  readonly container: ContainerId | 'unknown';
  readonly verdict: Verdict;
  /** All findings, also those the verdict does not rest on. */
  readonly findings: readonly Finding[];
  /** Remarks about the file as a whole; remarks about one label stand on its finding. */
  readonly remarks: readonly Remark[];
  /** Result of the full check of the Content Credentials, or that it is under way; absent where there are none. */
  readonly credential?: CredentialCheck | { readonly kind: 'checking' };
  /** What the file alone says, where the verdict rests on what its page says of it. */
  readonly ofFile?: Verdict;
  /** How decoding the pixels ended, where somebody asked for it; absent otherwise. */
  readonly pixels?: PixelsState;
  readonly read: { readonly state: ReadState; readonly bytes: number; readonly reads: number };
};
