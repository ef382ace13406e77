import type { ReadState } from '../bytes/fault';
import type { CredentialCheck } from '../c2pa/credential';
import type { ContainerId } from '../containers/container';
import type { Finding, Remark } from '../signals/finding';
import type { Verdict } from '../verdict/verdict';

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
  readonly read: { readonly state: ReadState; readonly bytes: number; readonly reads: number };
};
