import { type OwnAnchor, parseOwnAnchors } from './own-anchors';

export const LIST_REFUSALS = ['too-large', 'unreadable', 'shrunk', 'dates'] as const;

/** Whether a freshly published list may take the place of the one that is there. */
export type ListAnswer =
  | { readonly kind: 'accepted'; readonly certificates: number }
  | { readonly kind: 'refused'; readonly why: (typeof LIST_REFUSALS)[number] };

/** A list that loses more than this share of its certificates at once is more likely cut off than revised. */
const SMALLEST_SHARE = 0.5;

/** A certificate that is valid longer than this is none an authority issues; the longest on the lists has fifty. */
const MAX_VALID_YEARS = 60;

/**
 * Looks at a published list before it replaces the one in use; the old one stays when this refuses. The lists carry
 * no signature of their own, so only shape, size and dates can be looked at.
 *
 * @param text PEM, as published
 * @param current PEM in use
 * @param now ISO 8601; at least one certificate must be valid then
 */
export async function acceptList(text: string, current: string, now: string): Promise<ListAnswer> {
  const { anchors, faults } = await parseOwnAnchors(text);
  if (faults.some(({ why }) => why === 'too-large' || why === 'too-many')) return refused('too-large');
  if (faults.length > 0 || anchors.some(({ authority }) => !authority)) return refused('unreadable');
  const before = (await parseOwnAnchors(current)).anchors.length;
  if (anchors.length < before * SMALLEST_SHARE) return refused('shrunk');
  if (!anchors.every(hasSaneDates) || !anchors.some((one) => isValidAt(one, now))) return refused('dates');
  return { kind: 'accepted', certificates: anchors.length };
}

function refused(why: (typeof LIST_REFUSALS)[number]): ListAnswer {
  return { kind: 'refused', why };
}

function hasSaneDates({ validFrom, validTo }: OwnAnchor): boolean {
  const years = Number(validTo.slice(0, 4)) - Number(validFrom.slice(0, 4));
  return validFrom < validTo && years <= MAX_VALID_YEARS;
}

/** ISO 8601 in UTC compares as text. */
function isValidAt({ validFrom, validTo }: OwnAnchor, now: string): boolean {
  return validFrom <= now && now <= validTo;
}
