import type { RecheckReason } from '../../lib/messages/page-items';

/** How long a person's word holds: as long as it takes to read a page's pictures once more. */
export const PERMIT_MS = 60_000;

/** What a person has allowed for a tab. Kept in the background: a page's process must not grant itself anything. */
export type ReadPermits = {
  grant(tabId: number, why: RecheckReason): void;
  allows(tabId: number | undefined, why: RecheckReason): boolean;
  /** The tab shows another document. */
  forget(tabId: number): void;
};

/** @param now milliseconds of a clock that only goes forward */
export function readPermits(now: () => number): ReadPermits {
  const until = new Map<number, Map<RecheckReason, number>>();
  return {
    grant(tabId, why) {
      const held = until.get(tabId) ?? new Map<RecheckReason, number>();
      until.set(tabId, held.set(why, now() + PERMIT_MS));
    },
    allows(tabId, why) {
      if (tabId === undefined) return false;
      return now() < (until.get(tabId)?.get(why) ?? Number.NEGATIVE_INFINITY);
    },
    forget(tabId) {
      until.delete(tabId);
    },
  };
}
