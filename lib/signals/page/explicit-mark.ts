import type { MarkPlace } from '../../facts/page-facts';
import type { Extent } from '../finding';
import { readChineseMark } from './chinese-mark';
import { readEnglishMark } from './english-mark';
import { readMarkText } from './mark-text';
import type { MarkWords } from './mark-words';

/** An explicit label shown as text, and what it amounts to without any other evidence. */
export type ExplicitMark = {
  /** `possible` for a declaration of this very content, `suspected` for a mark (Labelling Measures, Article 6). */
  readonly state: 'possible' | 'suspected';
  readonly extent: Extent;
};

/** A corner mark may be no more than this (GB 45438-2025 5.1 b). */
const CORNER = /^(?:ai|aigc)$/u;

/** Questions and guesses, what is quoted, titles, topics: words about a label, or about AI. */
const NO_LABEL = /[?？吗吧呢嘛么]$|^["'“”‘’「」『』《》〈〉#@]|["“”‘’「」『』《》〈〉]$/u;

const IS_CHINESE = /\p{Script=Han}/u;

/**
 * Whether a short text is an explicit label of generated text (GB 45438-2025 5.1): a phrase or sentence with the element
 * of artificial intelligence and that of generation or synthesis, which speaks of the content it stands by. The whole
 * text must be label and disclaimers; the two elements within any other sentence are words about AI.
 *
 * Whoever looks at the page keeps out what is not shown as content: menus, buttons, forms, headlines.
 *
 * @param text a candidate of `candidateMarks`, as shown
 * @param place where it stands; only in a corner "AI" alone counts
 * @param isCaption whether it stands in the caption of a picture or film, where "AI生成图片" can only be a label
 * @returns `undefined` for all that is not clearly such a label
 */
export function readExplicitMark(
  text: string,
  place: MarkPlace,
  isCaption = false,
): ExplicitMark | undefined {
  const mark = readMarkText(text);
  if (mark === undefined || NO_LABEL.test(mark.words)) return undefined;
  if (place === 'corner' && CORNER.test(mark.words)) return { state: 'suspected', extent: 'unknown' };
  const words = IS_CHINESE.test(mark.words) ? readChineseMark(mark.words) : readEnglishMark(mark.words);
  const isClear = !words?.isAmbiguous || mark.isBracketed || isCaption || place === 'corner';
  return words && isClear ? { state: stateOf(words), extent: words.extent } : undefined;
}

const stateOf = ({ hedge, isDeclared }: MarkWords): ExplicitMark['state'] =>
  hedge ?? (isDeclared ? 'possible' : 'suspected');
