import type { LabelTextKey, PageSide } from '../rules/jurisdiction';

/** Value of `data-aigc-badge` on the label's node. */
export type Badge = 'confirmed' | 'possible' | 'suspected' | 'broken' | 'captured';

/** What to draw on an item: no DOM, no words. The rule pack owns the words of `text`. */
export type LabelPlan = {
  readonly badge: Badge;
  readonly text: LabelTextKey;
  /** Credentials are still being checked: the label stands, its dot moves. */
  readonly pending: boolean;
  /** Who says it, where that is the page alone and no file. */
  readonly saidBy?: PageSide;
};
