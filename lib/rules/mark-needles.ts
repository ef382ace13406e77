/**
 * Where in a text words stand that may be an explicit label (GB 45438-2025 5.1): `beside` where the text is nothing
 * but these words.
 */
export type MarkCandidate = {
  readonly place: 'start' | 'end' | 'middle' | 'beside';
  readonly value: string;
};

/** Longest text taken for a label, in UTF-16 units. Those the standard asks for have a dozen, disclaimers a hundred. */
export const MAX_MARK_CHARS = 200;

/** Candidates taken from one block. A page that repeats its footer in one block says it once. */
export const MAX_MARK_CANDIDATES = 8;

/** How much of a text is looked at, at its start and at its end each. */
const MAX_EDGE_CHARS = 16 * 1024;

/** Lines of their own looked at, at the start and at the end each. */
const MAX_EDGE_LINES = 64;

/** Sentences at either end that count as its start or end. */
const EDGE_SENTENCES = 2;

/** Longest line of details (date · author · mark), and the most parts of it. */
const MAX_DETAILS_CHARS = 240;
const MAX_PARTS = 12;

/** Characters that are not seen (Unicode Cf, variation selectors) and may stand inside words. */
const UNSEEN = '[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\uFE00-\\uFE0F]{0,4}';

/** The element of artificial intelligence, "人工智能" or "AI", and its other spellings. */
const AI = `(?<![a-z])(?:[aａᴬ]${UNSEEN}\\.?[iｉᴵ]|ａ ｉ)(?:gc)?(?![a-zａ-ｚ])|人${UNSEEN}工${UNSEEN}智|artificial\\s+intelligence`;

/** The element of generation or synthesis, "生成" or "合成", and the verbs by which authors declare the same. */
const MADE = `生\\s?成|合\\s?成|[产產]生|[创創]作|撰[写寫]|[绘繪][制製画畫]|[制製]作|[写寫]作|[写寫]成|[编編改][写寫]|[润潤]色|完成|整理|[辅輔協协]助|generat|creat|made|produc|writ|draw|synthe|compos|summari|narrat|illustrat|draft|assist|help|us(?:ed|ing)|edit|enhanc|modif|alter`;

/** The same, each. */
const ALL_UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const AI_NEEDLE = new RegExp(AI, 'i');
const MADE_NEEDLE = new RegExp(MADE, 'i');

/**
 * Whether a text names artificial intelligence at all: the cheapest look, for single text nodes. A label may be spread
 * over several nodes, so what this finds leads to the text of the block around.
 */
export const mentionsAi = (text: string): boolean => AI_NEEDLE.test(text);

/** Whether the text of a block may hold an explicit label: both elements of GB 45438-2025 5.1, or words for them. */
export const mayHoldMark = (text: string): boolean =>
  AI_NEEDLE.test(text) && MADE_NEEDLE.test(text.replace(ALL_UNSEEN, ''));

const MEDIUM =
  /图|画|照片|海报|视频|影[像片]|短片|音[频乐]|语音|配音|声音|歌曲|\b(?:images?|photos?|photographs?|pictures?|illustrations?|artworks?|graphics?|videos?|clips?|footage|animations?|audio|voices?|voice-?overs?|music|songs?|narration|thumbnail|cover|portraits?)\b/i;
const TEXT =
  /文[字案本]|正文|段落|字幕|标题|\b(?:text|articles?|stor(?:y|ies)|answers?|summar(?:y|ies)|posts?)\b/i;
/** "In this article" says where the pictures are, and is not what was made. */
const WITHIN = /本?文[中内的]?(?=[图画插配封照])|\b(?:in|of|for) (?:this|the|our) \w+/gi;

/**
 * Whether a label names pictures, films or sounds as what was made, and no text: then it speaks of those in its block and
 * not of its words.
 *
 * @param mark the label's own words
 */
export function speaksOfMedia(mark: string): boolean {
  const [words = ''] = mark
    .replace(ALL_UNSEEN, '')
    .replace(WITHIN, '')
    .split(/[，,。；;]/);
  return MEDIUM.test(words) && !TEXT.test(words);
}

/** The start of a C2PA text wrapper (2.5 Annex A: U+FEFF, then `C2` as variation selectors) or of a manifest block. */
const MANIFEST_NEEDLE = /\uFEFF\u{E0133}\u{E0122}|-----BEGIN C2PA MANIFEST-----/u;

/** Whether a text carries a C2PA manifest: as variation selectors, or between BEGIN and END. */
export const mayHoldManifest = (text: string): boolean => MANIFEST_NEEDLE.test(text);

/** Whether a text may be Markdown that carries the label of TC260-PG-20258A 6.5 in its front matter. */
export const mayHoldFrontMatter = (text: string): boolean =>
  /(?:^|\n)[ \t]{0,16}["']?AIGC["']?[ \t]*:/i.test(text);

/** Ends of a sentence, with what closes a quotation or bracket behind it. */
const SENTENCE_END = /[。！？!?；;]+[”’」』）)】\]]*|\.(?=\s+\p{Lu}|\s*$)/gu;

/** Words in brackets of their own. */
const BRACKETED = /[（(【[〔〖][^（()）【】[\]〔〕〖〗]{2,160}[）)】\]〕〗]/gu;

/** Before brackets it says which words have to be written somewhere else. */
const ASKED_FOR =
  /(?:[标注写加填选]|注明|标明|上|为|如|label(?:led)?|tag(?:ged)?|mark(?:ed)?|as|say|write|add|put)\s*$/i;
const ASKED_CHARS = 12;

/** What stands between the parts of a line of details. */
const BETWEEN = /\s*[|｜·•‧∙]\s*|\s+[-–—/／]\s+|\s{3,}|[\t\u3000]+/u;

/** So begins a sentence in prose that speaks of something named before it, and is no label. */
const OF_ANOTHER =
  /^[\s\p{P}\p{S}]*(?:[该該此这這那其它他她]|(?:the|that|these|those|it|its|they|his|her)\b)/iu;

/**
 * The parts of a block's text that may be its explicit label (GB 45438-2025 5.1: at the start, at the end or at a
 * suitable place in the middle): the whole of a short text, lines of their own, parts of a line of details, the first
 * and last sentences, what stands in brackets. Whether they are labels is decided by `signals/page`.
 *
 * @param text of one block; its line breaks as newlines, other white space as it comes
 * @param isCaption of a picture: what its words are divided into is no menu
 * @returns at most MAX_MARK_CANDIDATES, none twice, each no longer than MAX_MARK_CHARS
 */
export function candidateMarks(text: string, isCaption = false): readonly MarkCandidate[] {
  const found = new Map<string, MarkCandidate>();
  if (text.length <= MAX_FORM_CHARS && ASKS.test(text)) return [];
  for (const { place, value } of partsOf(text.trim(), isCaption)) {
    if (found.size >= MAX_MARK_CANDIDATES) break;
    const words = value.trim();
    if (words.length > MAX_MARK_CHARS || found.has(words) || !mayHoldMark(words)) continue;
    found.set(words, { place, value: words });
  }
  return [...found.values()];
}

/** A short block that asks its reader to choose or to label: its labels are choices, and say nothing of it. */
const ASKS =
  /请选择.{0,6}(?:声明|类型|理由|原因|标识|标签)|勾选.{0,8}(?:声明|标识|标签|选项)|请(?:主动)?添加.{0,4}(?:声明|标识|标签)|\b(?:add|choose|select|apply) (?:this|an?|the) (?:ai )?label\b|\btell viewers\b/i;
const MAX_FORM_CHARS = 300;

/** A stretch of the block's text: all of it, or its start or end. */
type Stretch = { readonly text: string; readonly isStart: boolean; readonly isEnd: boolean };

function* partsOf(text: string, isCaption: boolean): Iterable<MarkCandidate> {
  if (text.length <= MAX_MARK_CHARS) yield { place: 'beside', value: flat(text) };
  if (isCaption) yield { place: 'end', value: text.split(/[，,]/).at(-1) ?? '' };
  const stretches = stretchesOf(text);
  for (const stretch of stretches) yield* linesOf(stretch, isCaption);
  for (const stretch of stretches) yield* sentencesOf(stretch);
  for (const stretch of stretches) yield* bracketsOf(stretch);
}

function stretchesOf(text: string): readonly Stretch[] {
  if (text.length <= 2 * MAX_EDGE_CHARS) return [{ text, isStart: true, isEnd: true }];
  return [
    { text: text.slice(0, MAX_EDGE_CHARS), isStart: true, isEnd: false },
    { text: text.slice(-MAX_EDGE_CHARS), isStart: false, isEnd: true },
  ];
}

/** White space as a page shows it. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Lines of their own, and the parts of those that are lists of details. */
function* linesOf({ text, isStart, isEnd }: Stretch, isCaption: boolean): Iterable<MarkCandidate> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (const [at, value] of lines.entries()) {
    if (at >= MAX_EDGE_LINES && at < lines.length - MAX_EDGE_LINES) continue;
    const place = at === 0 && isStart ? 'start' : at === lines.length - 1 && isEnd ? 'end' : 'middle';
    if (place !== 'start' || !isTitle(value, text)) yield { place, value };
    if (value.length <= MAX_DETAILS_CHARS && mayHoldMark(value)) yield* detailsOf(value, place, isCaption);
    const source = value.length <= MAX_DETAILS_CHARS ? SOURCE_BEHIND.exec(value)?.[1] : undefined;
    if (source !== undefined) yield { place, value: source };
  }
}

/** Where a picture comes from, said behind what it shows. */
const SOURCE_BEHIND =
  /[。！；.!;]\s*((?:图片?来源|图源|配图|题图|供图|制图|圖片?來源|image|photo|picture|illustration)[^。！；]{1,40}[。.]?)\s*$/iu;

/** A word or two above a line or two is what a card of functions is called by. */
const isTitle = (line: string, text: string): boolean =>
  line.trim().length <= MAX_TITLE_CHARS &&
  text.length - line.length < MIN_CARD_CHARS &&
  text.length > line.length;
const MAX_TITLE_CHARS = 12;
const MIN_CARD_CHARS = 40;

/** Parts of `date · author · mark`. A list without any figure is rather a menu. */
function* detailsOf(
  line: string,
  place: MarkCandidate['place'],
  isCaption: boolean,
): Iterable<MarkCandidate> {
  const parts = line
    .trim()
    .split(BETWEEN)
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > MAX_PARTS) return;
  const isOfFacts = isCaption || parts.some(isFact);
  for (const value of parts) if (isOfFacts || SAYS_SO.test(value)) yield { place, value };
}

/** A figure, or what is said under a name: `责任编辑：…`. */
const isFact = (part: string): boolean =>
  /^[^：:]{2,8}[：:]./.test(part) || (/\d/.test(part) && !mayHoldMark(part));

/** What no item of a menu says: who made it, or that this is it. */
const SAYS_SO = /由|声明|本[\p{Script=Han}]|\b(?:this|these|is|are|was|were)\b/iu;

function* sentencesOf({ text, isStart, isEnd }: Stretch): Iterable<MarkCandidate> {
  const edge = MAX_MARK_CHARS * (EDGE_SENTENCES + 1);
  const first = isStart ? sentences(flat(text.slice(0, edge))).slice(0, EDGE_SENTENCES) : [];
  const last = isEnd ? sentences(flat(text.slice(-edge))).slice(-EDGE_SENTENCES) : [];
  for (const value of first) if (!OF_ANOTHER.test(value)) yield { place: 'start', value };
  for (const value of last) if (!OF_ANOTHER.test(value)) yield { place: 'end', value };
}

function sentences(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (const { index, 0: end } of text.matchAll(SENTENCE_END)) {
    const sentence = text.slice(from, index + end.length);
    // The number of a clause or step belongs to what it counts.
    if (/^\s*\d{1,3}(?:\.\d{1,3})*\.$/.test(sentence)) continue;
    found.push(sentence);
    from = index + end.length;
  }
  return [...found, text.slice(from)].filter((sentence) => sentence.trim() !== '');
}

function* bracketsOf({ text, isStart, isEnd }: Stretch): Iterable<MarkCandidate> {
  for (const { index, 0: value } of text.matchAll(BRACKETED)) {
    if (!mayHoldMark(value) || ASKED_FOR.test(text.slice(Math.max(0, index - ASKED_CHARS), index))) continue;
    const isLast = isEnd && index + value.length >= text.length - 1;
    yield { place: index === 0 && isStart ? 'start' : isLast ? 'end' : 'middle', value };
  }
}
