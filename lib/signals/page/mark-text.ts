import { MAX_MARK_CHARS } from '../../rules/mark-needles';

/** The words of what may be a label, in one spelling, and whether brackets stood around all of them. */
export type MarkText = { readonly words: string; readonly isBracketed: boolean };

/** LRO and RLO: what is read is not what is written (Unicode UAX #9, 2.2). */
const OVERRIDES = /[\u202D\u202E]/;

/** What is not seen: general category Cf, and variation selectors (Unicode 23.4). */
const UNSEEN = /\p{Cf}|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;

/** Characters in the words of labels that are spelled differently in Taiwan and Hong Kong: traditional, simplified. */
const SPELLINGS =
  '內内圖图視视頻频聲声創创輔辅協协參参與与僅仅請请別别該该頁页為为係系經经審审應应實实編编輯辑寫写畫画製制產产說说註注標标識识資资訊讯無无錯错誤误確确認认條条來来負负責责點点題题張张專专業业議议構构閱阅讀读後后證证總总結结譯译醫医療疗聯联網网這这個个從从於于裡里過过開开關关報报導导樣样將将團团隊队準准貼贴筆笔記记錄录評评論论語语簡简對对並并學学習习潤润終终處处據据術术機机動动態态繪绘場场發发現现';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: SPELLINGS.length / 2 }, (_, at) => [
    SPELLINGS.charAt(2 * at),
    SPELLINGS.charAt(2 * at + 1),
  ]),
);

/** Stars, bullets, emoji, marks of Markdown: decoration. A number sign makes a topic of what follows, and stays. */
const BEFORE = /^[\s\p{So}\p{Sk}\p{Extended_Pictographic}*_~`>|•·・‣※★☆\-–—―=+^,.:;。、…!¡†‡]+/u;
const BEHIND = /[\s\p{So}\p{Sk}\p{Extended_Pictographic}*_~`<|•·・※★☆\-–—―=+^,.:;。、…!†‡]+$/u;

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['【', '】'],
  ['〔', '〕'],
  ['〖', '〗'],
  ['{', '}'],
  ['<', '>'],
]);

/** Brackets and decoration around one another. */
const MAX_LAYERS = 4;

/** A blank beside a character of Chinese script or punctuation says nothing. */
const LOOSE_BLANK = /(?<=[\p{Script=Han}、。]) | (?=[\p{Script=Han}、。])/gu;

/** A product's name in quotation marks within a sentence. */
const QUOTED_NAME = /(?<=.)["“「『']([^"“”「」『』']{1,16})["”」』'](?=.)/gu;

/**
 * Brings what may be a label into one spelling: compatibility forms (NFKC), simplified characters, lower case, no
 * unseen characters, no blanks beside Chinese, no decoration around it.
 *
 * @returns `undefined` where it is too long, or shown in another order than it is written
 */
export function readMarkText(text: string): MarkText | undefined {
  if (text.length > MAX_MARK_CHARS || OVERRIDES.test(text)) return undefined;
  const plain = undecorated(text.replace(UNSEEN, '')).normalize('NFKC');
  let words = undecorated(plain.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' '));
  let layers = 0;
  for (let inner = unwrapped(words); inner !== undefined && layers < MAX_LAYERS; inner = unwrapped(words)) {
    words = inner;
    layers += 1;
  }
  return { words: inOneSpelling(words), isBracketed: layers > 0 };
}

const undecorated = (text: string): string => text.replace(BEFORE, '').replace(BEHIND, '');

/** What stands in a pair of brackets that encloses all of the text. */
function unwrapped(text: string): string | undefined {
  const open = text.charAt(0);
  const close = BRACKETS.get(open);
  if (close === undefined || !text.endsWith(close)) return undefined;
  const inner = text.slice(1, -1);
  return inner.includes(open) || inner.includes(close) ? undefined : undecorated(inner);
}

function inOneSpelling(words: string): string {
  const simplified = [...words].map((char) => SIMPLIFIED.get(char) ?? char).join('');
  return simplified
    .replace(LOOSE_BLANK, '')
    .replace(/\ba(?:\.i\.?| i\b)/g, 'ai')
    .replace(QUOTED_NAME, '$1')
    .trim();
}
