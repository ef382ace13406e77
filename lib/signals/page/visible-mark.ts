import type { MarkPlace, PageFact } from '../../facts/page-facts';
import { speaksOfMedia } from '../../rules/mark-needles';
import type { Finding } from '../finding';
import { type ExplicitMark, readExplicitMark } from './explicit-mark';
import { pageFinding } from './page-finding';

const CAPTION = /^fig(?:ure|caption)\b/;

/** The step of a path that says that somebody comments on something. */
const COMMENT = 'comment';

/** Explicit labels shown as text (GB 45438-2025 5.1; Labelling Measures, Article 6 (2) and (3)). */
export function readVisibleMark(fact: Extract<PageFact, { kind: 'mark' }>): readonly Finding[] {
  const { path, place, value } = fact;
  const isCaption = path.some((step) => CAPTION.test(step));
  const mark = readExplicitMark(value, isCorner(fact) ? 'corner' : placeInText(place), isCaption);
  if (mark === undefined || (path.includes(COMMENT) && !isOfComment(mark, fact))) return [];
  return [pageFinding('visible-mark', fact, { kind: 'ai', ...mark })];
}

/** What a mark under an answer of a machine goes on with, and that of somebody who guesses does not. */
const FOOTER = /参考|甄别|核实|reference|verify/i;

/**
 * What a commenter says of somebody else's picture or film is no label of it, and none of the comment either; nor is a
 * comment of no more than "AI生成", which speaks of the work above it.
 */
const isOfComment = (
  { state }: ExplicitMark,
  { place, value }: Extract<PageFact, { kind: 'mark' }>,
): boolean =>
  !speaksOfMedia(value) &&
  !value.includes('作品') &&
  (state === 'possible' || (place !== 'beside' && FOOTER.test(value)));

/** Raised or lowered (角标); a word of a headline that is only set off, as searches set off what was looked for, is none. */
const isCorner = ({ place, path }: Extract<PageFact, { kind: 'mark' }>): boolean =>
  place === 'corner' && /^su[bp]\b/.test(path.at(-1) ?? '');

const placeInText = (place: MarkPlace): MarkPlace => (place === 'corner' ? 'beside' : place);
