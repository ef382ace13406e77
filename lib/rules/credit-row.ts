import type { Sourced } from './sourced';

/**
 * A credit line that a tool writes word for word on what it made with AI. Free text in a field made for
 * people's names: a trace, never a statement of origin by itself.
 */
export type CreditRow = Sourced & {
  /** The whole value of `photoshop:Credit` or IIM 2:110. */
  readonly value: string;
  readonly tool: string;
  readonly extent: 'full' | 'partial' | 'unknown';
};

/** `assets/rules/credits.json`. */
export type CreditTable = readonly CreditRow[];
