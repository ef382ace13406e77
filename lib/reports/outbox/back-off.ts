/** First delay; browsers fire no alarm sooner. */
export const FIRST_DELAY_MS = 30_000;

/** Longest delay between two attempts. */
export const LONGEST_DELAY_MS = 6 * 60 * 60_000;

/** Longest wait a server may ask for (`Retry-After`, RFC 9110 §10.2.3); beyond it we ask sooner than it would like. */
export const LONGEST_ASKED_MS = 24 * 60 * 60_000;

/** Delays differ by up to this share, so that reports held up together do not come back together. */
const SPREAD = 0.5;

/**
 * How long to wait after attempt number `attempts` failed: doubling, bounded, spread; never sooner than the server asked.
 *
 * @param askedMs what the server asked for
 * @param chance from 0 up to 1
 */
export function retryDelay(attempts: number, askedMs: number | undefined, chance: number): number {
  const doubled = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, attempts - 1));
  const spread = Math.round(doubled * (1 + SPREAD * chance));
  return Math.max(spread, Math.min(askedMs ?? 0, LONGEST_ASKED_MS));
}

/**
 * Reads `Retry-After` (RFC 9110 §10.2.3): seconds or an HTTP date.
 *
 * @returns milliseconds from `now` on; `undefined` where there is nothing to go by
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // What begins with a day's name; V8 takes nearly anything else for a date, too.
  const at = /^[A-Z][a-z]{2,8}, /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
