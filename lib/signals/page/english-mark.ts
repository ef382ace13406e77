import { type MarkWords, oneOf, readClauses } from './mark-words';

/**
 * Words are told by kind first, each kind by a capital letter: labels are read in lower case, and a grammar over letters
 * stays small. A: artificial intelligence, D: what it did, H: what it helped with, N: one thing that is labelled, P: things
 * by their plural, which is a topic as often, K: which kind of thing.
 */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['A', /\b(?:generative |gen-? ?)?(?:ai|artificial intelligence|aigc)\b/g],
  [
    'D',
    kind(
      'generated created made produced written composed drawn synthesi[sz]ed rendered illustrated drafted designed authored summari[sz]ed narrated voiced',
    ),
  ],
  ['H', kind('assisted enhanced edited modified augmented altered')],
  [
    'N',
    kind(
      'image photo photograph picture figure diagram illustration artwork graphic video clip footage animation audio voice voice-?over music song narration thumbnail cover visual render rendering portrait recording podcast episode speech art content text article post page answer response summary overview description story review report translation caption transcript note message material media lyrics vocals soundtrack work blog document recap recipe excerpt documentation code newsletter information entry comment reply listing output subtitles minutes captions notes messages documents results comments answers responses summaries overviews descriptions reports translations transcripts',
    ),
  ],
  [
    'P',
    kind(
      'images photos photographs pictures illustrations artworks graphics videos clips animations voices voice-?overs songs visuals portraits render(?:ing)?s articles posts pages stories reviews',
    ),
  ],
  [
    'K',
    kind(
      'product header hero featured background news social meeting stock artistic search lead main synthetic lifestyle promotional decorative sample concept',
    ),
  ],
];

function kind(words: string): RegExp {
  return new RegExp(`\\b${oneOf(words)}\\b`, 'g');
}

const inKinds = (clause: string): string =>
  KINDS.reduce((words, [letter, pattern]) => words.replace(pattern, letter), clause);

const TOOL = oneOf(
  'tools? technology systems? models? software assistance assistant help support llms? chatbot agent',
);
const AI = `(?:an? |our |the )?(?:(?:midjourney|openai|google|adobe|meta|microsoft|canva|leonardo|runway) )?A(?:[- ]powered)?(?: (?:N |P )?(?:generators?|generation))?(?: (?:N )?${TOOL})?(?: \\([^()]{1,40}\\))?(?: (?:such as|like) [\\w .·-]{1,30})?`;
const HOW = oneOf(
  'partly partially fully entirely completely wholly largely mostly mainly primarily automatically digitally initially possibly probably likely',
);
const BE = '(?:is|are|was|were|has been|have been|being|(?:may|might|could) (?:be|have been))';
const WITH = `(?:by|with|using|via|through|from|(?:with|through) (?:the )?(?:help|assistance|aid|support|use) (?:of|from)|in (?:collaboration|partnership) with)`;
const QUOTA = `(?:some |many |most )?${oneOf('some all parts? portions? sections? elements? most much')}(?: of)?`;
const THIS = `(?:this|these|our|all|any|${QUOTA} (?:this|the|our|these))`;

const NO_VERB = `(?!${oneOf('is are was were be been being has have had not never no may might can could will should must')}\\b)`;
/** What is named right behind "this": whatever it is, it is this one. */
const ANY_NOUN = `(?:${NO_VERB}[a-zNPK]+ ){0,2}${NO_VERB}[a-zNPK]+`;
const SUBJECT = `(?<subject>(?:this|these|our) ${ANY_NOUN}|(?:(?:${THIS}|the) )?(?:(?:[AKNP]|above|following|accompanying) )*[NP](?:(?: and| or|,|/| &) ?(?:the )?(?:[KNP] )*[NP])*(?: (?:on|in|of|for|above|below|at)(?: (?:the |this |our )?(?:[KNP] )*(?:[NP]|site|website|top|channel|section|start|paper|book|chapter|game))?)?)`;
/** What was done besides, or may be wrong with it, is no part of what is said of its making. */
const REVIEW = `(?:,? (?:and|but|then)(?: (?:was|were|has been|is|then|later|subsequently|carefully|lightly|manually|human))*[ -](?:reviewed|H|checked|fact-checked|verified|curated|approved|refined|proofread|retouched|polished|corrected|may|can|could|might|should)\\b.*| (?:and|but) (?:is|are|does|do|should|must) not\\b.*| (?:may|can|could|might) (?:contain|include|have|be|not be)\\b.*| (?:for|in|on) (?:this|the|our) [a-zNPK]+)?`;

const MARK = new RegExp(
  `^(?:${HOW} |100% )?A[- ][DH](?: (?:[KN] )*(?<noun>[NP]))?(?<of> of .{1,80}| showing .{1,80})?(?: from .{1,40})?${REVIEW}$`,
  'u',
);
const DONE_BY = new RegExp(
  `^(?:${SUBJECT} )?(?:${HOW} )?(?:co-)?(?<verb>[DH])(?: in part)? ${WITH} ${AI}(?: from .{1,40})?${REVIEW}$`,
  'u',
);
const SENTENCE = new RegExp(
  `^${SUBJECT} ${BE}(?: ${HOW}| in part)? (?:(?:co-)?[DH](?: in part| ${HOW})?(?: and [DH])? ${WITH} ${AI}|A[- ][DH])(?: N)?${REVIEW}$`,
  'u',
);
const CONTAINED = new RegExp(
  `^(?:${SUBJECT} )?(?:may |might |can )?(?:contains?|includes?|features?|uses?|incorporates?|with) (?:some )?(?:${HOW} )?A[- ][DH](?: (?:[KN] )*[NP]| elements?| parts?| imagery)(?:(?:,| and| or) [NP])*${REVIEW}$`,
  'u',
);
const WAS_USED = new RegExp(
  `^(?:${AI}(?: (?:was|were|has been|is) used)|(?:we|i|the authors?) (?:have |has )?used ${AI}) (?:to|in|for) (?=.*(?:generat|creat|writ|draft|produc|mak|edit|illustrat|summar|translat|prepar|[DH])).{1,120}$`,
  'u',
);

const DECLARATION = `(?:(?:A|N|author(?:'?s)?|editor(?:'?s)?|publisher(?:'?s)?|creator(?:'?s)?|transparency|important|K) )*(?:use |usage |generation )?(?:disclosure|disclaimer|notice|N|statement|transparency|declaration|label|attribution|warning)`;
const SOURCE = '(?:[KNP] )*(?:[NP]|source|credit)(?: (?:credit|source|courtesy|by|attribution))?s?';
const PREFIX = new RegExp(`^(?:(?<declaration>${DECLARATION})|${SOURCE})\\s?(?::|[-–—|/](?= ))\\s?`, 'u');

/** What stands beside a label: check it, for reference, no advice, reviewed by people, not a photograph. */
const DISCLAIMER =
  /^(?:(?:and|but|then|so|or|it|they|this|these|always|please|for|use|check|verify|not|do not|don't|no|may|might|can|could|reviewed|edited|fact-checked|verified|curated|results|information|responses|answers|accuracy|quality|consult|learn more|see|double-check|errors|mistakes|with human|human|by|via|using|prompt|model|tool|last updated|updated|published|images?|photos?|source|credit|illustration|getty|shutterstock|adobe)\b.{0,120}|(?:the )?[a-z]+ (?:is |was )?not (?:altered|changed|modified|affected))$/u;

/** Advice on what to make of it, however it is worded. */
const ADVICE =
  /^.{0,60}\b(?:verify|verified|double-check|errors?|mistakes?|accura|inaccura|review|edited|guarantee|advice|caution|responsib|proofread|fact-check).{0,60}$/u;

/** Tools that stand beside a label by their names. */
const GENERATOR =
  /^(?:midjourney|dall[-·]?e|chatgpt|gpt|stable diffusion|(?:adobe )?firefly|gemini|copilot|claude|sora|runway|ideogram|flux|grok|leonardo|imagen|veo|suno|udio|elevenlabs|perplexity|llama|deepseek|qwen|kling|meta ai|canva|bing|openai|google|microsoft)[ \w.+-]{0,24}$/u;

const FOR_WHAT =
  / for (?:reference|demonstration|illustration|illustrative|informational|information|entertainment|general)\b/u;

const PARTIAL =
  /\b(?:assist|help|support|aid|part|portion|section|some|element|edit|enhance|modif|augment|alter|mostly|mainly|largely|primarily|initially|collaborat|partner)/;
const IS_CONTAINED = /\b(?:contain|includ|featur|incorporat|uses?\b)/;
const IS_HEDGED = /\b(?:may|might|could|possibly|likely)\b/;
const OF_THIS =
  /^(?:this|these|our|all|any|the (?:above|following|accompanying)|(?:(?:some|many|most) )?(?:some|all|parts?|portions?|sections?|elements?|most|much)(?: of)? (?:this|the|our|these))\b/;
const REVIEWED =
  /(?: (?:and|but|then)\b| (?:may|can|could|might) (?:contain|include|have|be (?:in(?:\w*)|wrong|unreliable|outdated)|not be)\b).*$/;

/**
 * Reads what may be a label in English: a phrase or sentence that says of the content it stands by that AI generated,
 * made or helped to make it, with disclaimers around.
 *
 * @param words in one spelling (`readMarkText`)
 * @returns `undefined` for any other text, sentences about AI among them
 */
export const readEnglishMark = (words: string): MarkWords | undefined =>
  readClauses(
    words
      .replace(/ \(([^()]*)\)$/u, ',$1')
      .replace(FOR_WHAT, ',$&')
      .split(/[,;!|\n]|\s[·•/]\s|\.(?!\d|com)/u),
    readClause,
    (clause) => DISCLAIMER.test(clause) || ADVICE.test(clause) || GENERATOR.test(clause),
  );

function readClause(clause: string): MarkWords | undefined {
  const kinds = inKinds(clause);
  const prefix = PREFIX.exec(kinds);
  const rest = prefix === null ? kinds : kinds.slice(prefix[0].length);
  const read =
    readMark(rest, clause) ??
    readSentence(rest, clause) ??
    readUse(rest, clause, prefix !== null) ??
    readLabelled(rest, clause);
  return read && prefix !== null ? { ...read, isDeclared: true, isAmbiguous: false } : read;
}

/** A text of another text is no picture of something. */
const SUMMED_UP = /\b(?:summary|overview|transcript|translation|description|recap) of\b/;

function readMark(kinds: string, clause: string): MarkWords | undefined {
  const mark = MARK.exec(kinds);
  if (mark === null) return undefined;
  return {
    ...said(clause),
    isDeclared: false,
    isAmbiguous:
      mark.groups?.['noun'] === 'P' || (mark.groups?.['of'] !== undefined && !SUMMED_UP.test(clause)),
  };
}

function readSentence(kinds: string, clause: string): MarkWords | undefined {
  const match = DONE_BY.exec(kinds) ?? SENTENCE.exec(kinds) ?? CONTAINED.exec(kinds);
  if (match === null) return undefined;
  const subject = match.groups?.['subject'] ?? '';
  const isDeclared = OF_THIS.test(subject);
  const isPhrase = subject !== '' && match.groups?.['verb'] !== undefined;
  return { ...said(clause), isDeclared, isAmbiguous: isPhrase && !isDeclared && subject.endsWith('P') };
}

/** A person's declaration as a platform shows it: "Creator labeled as AI-generated". */
const LABELLED =
  /^(?:the )?(?:creator|author|uploader|poster) (?:has )?(?:label|mark|tagg?)(?:l?ed) (?:this |it )?as A[- ]D$/;

const readLabelled = (kinds: string, clause: string): MarkWords | undefined =>
  LABELLED.test(kinds) ? { ...said(clause), isDeclared: true, isAmbiguous: false } : undefined;

/** "AI was used to …" says nothing of this content unless somebody declares it. */
const readUse = (kinds: string, clause: string, isPrefixed: boolean): MarkWords | undefined =>
  WAS_USED.test(kinds) && (isPrefixed || /\bth(?:is|ese)\b/.test(kinds))
    ? { ...said(clause), extent: 'partial', isDeclared: true, isAmbiguous: false }
    : undefined;

function said(clause: string): Pick<MarkWords, 'extent' | 'hedge'> {
  const main = clause.replace(REVIEWED, '');
  const isHedged = IS_HEDGED.test(main);
  const extent = PARTIAL.test(main) ? 'partial' : isHedged || IS_CONTAINED.test(main) ? 'unknown' : 'full';
  return { extent, ...(isHedged && { hedge: 'suspected' as const }) };
}
