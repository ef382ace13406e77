/** Repeatable choices for one picture: the same seed gives the same picture on every machine. */
export type Chance = {
  /** A whole number from 0 to `below` − 1. */
  readonly below: (below: number) => number;
  /** A size in bytes between two bounds, small ones as often as large ones (by orders of magnitude). */
  readonly size: (least: number, most: number) => number;
};

/** Marsaglia's xorshift with 32 bits: enough for choosing sizes. */
export function chance(seed: number): Chance {
  let state = Math.imul(seed + 1, 2654435761) >>> 0 || 1;
  const below = (limit: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % limit;
  };
  const size = (least: number, most: number) =>
    Math.round(least * (most / least) ** (below(1_000_000) / 1_000_000));
  return { below, size };
}
