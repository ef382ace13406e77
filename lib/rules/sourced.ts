/** What every row of a rule file carries: where the fact can be read, and when that was last checked. */
export type Sourced = {
  /** Public source: repository and path, document, register. */
  readonly source: string;
  /** ISO date. */
  readonly checkedAt: string;
  /** `H`: primary or double-sourced, or recomputed · `M`: one good secondary source. */
  readonly confidence: 'H' | 'M';
};
