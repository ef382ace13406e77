import type { NotCheckedReason } from '../verdict/verdict';
import type { Inspection } from './inspection';

/** The inspection of something nobody looked into, with the reason. */
export function notChecked(why: NotCheckedReason): Inspection {
  return {
    container: 'unknown',
    verdict: { kind: 'not-checked', why },
    findings: [],
    remarks: [],
    read: { state: 'complete', bytes: 0, reads: 0 },
  };
}

/** The inspection of something that a bug of ours kept from being read. */
export function failed(): Inspection {
  return {
    container: 'unknown',
    verdict: { kind: 'unreadable', why: 'internal' },
    findings: [],
    remarks: [],
    read: { state: 'internal', bytes: 0, reads: 0 },
  };
}
