const DAY_MS = 24 * 60 * 60 * 1000;

/** Addresses change: one that nobody has looked at for half a year is said to be old. */
export const OLD_AFTER_DAYS = 180;

/**
 * Whole days since an address was last checked.
 *
 * @param checkedAt ISO date; @param now ISO 8601
 * @returns `undefined` where one of them is no date
 */
export function daysSince(checkedAt: string, now: string): number | undefined {
  const days = Math.floor((Date.parse(now) - Date.parse(checkedAt)) / DAY_MS);
  return Number.isNaN(days) ? undefined : Math.max(0, days);
}
