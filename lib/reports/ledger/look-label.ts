import type { Look } from './entry';

const BADGES = ['confirmed', 'possible', 'suspected', 'broken'] as const;

/** Key of the words for what a file stated when it was looked at again; `undefined` where it was not read. */
export function lookLabelKey({
  sha256,
  badge,
}: Look): 'ledger.lookNoLabel' | `ledger.lookLabel.${(typeof BADGES)[number]}` | undefined {
  if (sha256 === undefined) return undefined;
  if (badge === undefined) return 'ledger.lookNoLabel';
  return `ledger.lookLabel.${BADGES.find((each) => each === badge) ?? 'suspected'}`;
}
