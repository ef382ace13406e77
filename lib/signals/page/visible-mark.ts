import type { PageFact } from '../../facts/page-facts';
import type { Finding } from '../finding';
import { readExplicitMark } from './explicit-mark';
import { pageFinding } from './page-finding';

const CAPTION = /^fig(?:ure|caption)\b/;

/** The step of a path that says that somebody comments on something. */
const COMMENT = 'comment';

/** What a commenter says of a picture or film is no label of it, and none of the comment either. */
const OF_OTHERS =
  /图|画|视频|影|照|音|歌|作品|image|photo|picture|video|footage|\bart|song|music|clip|voice/i;

/** Explicit labels shown as text (GB 45438-2025 5.1; Labelling Measures, Article 6 (2) and (3)). */
export function readVisibleMark(fact: Extract<PageFact, { kind: 'mark' }>): readonly Finding[] {
  const { path, place, value } = fact;
  if (path.includes(COMMENT) && OF_OTHERS.test(value)) return [];
  const isCaption = path.some((step) => CAPTION.test(step));
  const mark = readExplicitMark(value, place, isCaption);
  return mark === undefined ? [] : [pageFinding('visible-mark', fact, { kind: 'ai', ...mark })];
}
