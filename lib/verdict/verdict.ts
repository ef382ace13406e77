import type { ReadState } from '../bytes/fault';
import type { SourceFailure } from '../bytes/source';
import type { AiState, Extent, Finding } from '../signals/finding';

/** Why an item was not looked at. */
export type NotCheckedReason = SourceFailure | 'paused' | 'too-large' | 'no-bytes' | 'save-data' | 'budget';

/**
 * What all findings of one item say together. Absence, failure and "not looked at" are different answers, and
 * none of them says "authentic".
 */
export type Verdict =
  | {
      readonly kind: 'ai';
      readonly state: AiState;
      readonly extent: Extent;
      readonly because: readonly [Finding, ...Finding[]];
      readonly conflicts: readonly Finding[];
    }
  | { readonly kind: 'captured'; readonly because: readonly [Finding, ...Finding[]] }
  | { readonly kind: 'credential-broken'; readonly findings: readonly Finding[] }
  | { readonly kind: 'no-label'; readonly looked: readonly string[] }
  | { readonly kind: 'unreadable'; readonly why: Exclude<ReadState, 'complete'> }
  | { readonly kind: 'not-checked'; readonly why: NotCheckedReason };
