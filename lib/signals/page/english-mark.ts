import { type MarkWords, oneOf, readClauses } from './mark-words';

const AI_NAME = '(?:ai|artificial intelligence|aigc)';
const AI = `(?:an? |our |the )?(?:generative |gen-?)?${AI_NAME}(?:[- ]powered)?(?: ${oneOf('tools? technology systems? models? software assistance assistant help support llms? chatbot agent image_generator image_generation image_generators art_generator').replaceAll('_', ' ')})?(?: \\([^()]{1,40}\\))?(?: (?:such as|like|from|by|called) [\\w .·-]{1,30})?`;

const DONE = oneOf(
  'generated created made produced written composed drawn synthesi[sz]ed rendered illustrated drafted designed authored summari[sz]ed narrated voiced',
);
const HELPED = oneOf('assisted enhanced edited modified augmented altered');
const HOW = oneOf(
  'partly partially fully entirely completely wholly largely mostly mainly primarily automatically digitally initially',
);

const MEDIA =
  'images? photos? photographs? pictures? illustrations? artworks? art graphics? videos? clips? footage animations? audio voices? voice-?overs? music songs? narration thumbnail cover visuals? portraits? render(?:ing)?s? recording podcast episode speech';
const TEXTS =
  'content text articles? posts? pages? answers? responses? summar(?:y|ies) overviews? descriptions? stor(?:y|ies) reviews? reports? translations? captions? transcripts? notes? messages? material media work blog documents? recap excerpt documentation results? newsletter information entry comment reply listing output code';
const NOUN = oneOf(`${MEDIA} ${TEXTS}`);
const KINDS = oneOf(
  'blog product cover header featured hero background news article review voice social_media meeting video audio image stock artistic search lead main synthetic',
).replaceAll('_', ' ');
/** One thing at a time is a label; several are a topic. */
const LABEL_NOUN = oneOf(
  'image photo photograph picture illustration artwork graphic video clip footage animation audio voice voice-?over music song narration thumbnail cover visual render rendering content text article post page answer response summary overview description story review report translation caption transcript note message material recap reply output art',
);

const BE = oneOf(
  'is are was were has_been have_been being may_be might_be could_be may_have_been might_have_been',
).replaceAll('_', ' ');
const WITH = `(?:by|with|using|via|through|from|(?:with|through) (?:the )?(?:help|assistance|aid|support|use) (?:of|from)|in (?:collaboration|partnership) with)`;
const QUOTA = oneOf('some all parts? portions? sections? elements? most much').concat('(?: of)?');
const NO_VERB = `(?!${oneOf('is are was were be been being has have had not never no may might could can will should must')}\\b)`;
/** What is named right behind "this": whatever it is, it is this one. */
const ANY_NOUN = `(?:${NO_VERB}[a-z]+ ){0,2}${NO_VERB}[a-z]{3,20}`;
const THIS = `(?:this|these|our|all|any|${QUOTA} (?:this|the|our|these))`;
const SUBJECT = `(?<subject>(?:this|these|our) ${ANY_NOUN}|(?:(?:${THIS}|the) )?(?:(?:${KINDS}|above|following|accompanying) ){0,2}${NOUN}(?:(?: and| or|,|/| &) ?(?:the )?(?:${KINDS} )?${NOUN}){0,3}(?: (?:on|in|of|for|above|below|at)(?: (?:the |this |our )?(?:${KINDS} )?(?:${NOUN}|site|website|top|channel|video|section|start))?)?)`;
const REVIEW = `(?:,? (?:and|but|then)(?: (?:was|were|has been|is|then|later|subsequently|carefully|lightly|manually|human))*[ -](?:reviewed|edited|checked|fact-checked|verified|curated|approved|refined|proofread|may|can|could|might|should)\\b.{0,110}| (?:may|can|could|might) (?:contain|include|have|be|not be)\\b.{0,60})?`;

const MARK = new RegExp(
  `^(?:${HOW} |100% )?(?:generative )?${AI_NAME}[- ](?:${DONE}|${HELPED})(?: (?:synthetic )?(?<noun>${NOUN}))?(?: from .{1,40})?${REVIEW}$`,
  'u',
);
const DONE_BY = new RegExp(
  `^(?:${SUBJECT} )?(?:${HOW} )?(?:co-)?(?<verb>${DONE}|${HELPED})(?: in part)? ${WITH} ${AI}${REVIEW}$`,
  'u',
);
const SENTENCE = new RegExp(
  `^${SUBJECT} ${BE}(?: ${HOW}| in part)? (?:(?:co-)?(?:${DONE}|${HELPED})(?: in part| ${HOW})?(?: and (?:${DONE}|${HELPED}))? ${WITH} ${AI}|${AI_NAME}[- ](?:${DONE}|${HELPED}))(?: ${oneOf('content images')})?${REVIEW}$`,
  'u',
);
const CONTAINED = new RegExp(
  `^(?:${SUBJECT} )?(?:may |might |can )?(?:contains?|includes?|features?|uses?|incorporates?|with) (?:some )?(?:${HOW} )?${AI_NAME}[- ](?:${DONE}|${HELPED})(?: (?:${KINDS} )?${NOUN}| elements?| parts?| imagery| voices?)(?:(?:,| and| or) ${NOUN}){0,2}${REVIEW}$`,
  'u',
);
const WAS_USED = new RegExp(
  `^(?:${AI}(?: (?:was|were|has been|is) used)|(?:we|i|the authors?) (?:have |has )?used ${AI}) (?:to|in|for) (?:help |assist |partially |the )?(?:us |me )?(?:${oneOf('generate create write draft produce make edit illustrate summari[sz]e translate_and_write prepare_and_write creation generation production writing drafting creating generating with').replaceAll('_', ' ')}).{0,80}$`,
  'u',
);

const DECLARATION = `(?:${oneOf("ai content author(?:'?s)? editor(?:'?s)? publisher(?:'?s)? creator(?:'?s)? transparency generative_ai important synthetic_media").replaceAll('_', ' ')} ){0,2}(?:use |usage |content |generation )?(?:disclosure|disclaimer|notice|note|statement|transparency|declaration|label|attribution|warning|n\\.b)`;
const SOURCE = `(?:${KINDS} ){0,2}(?:${NOUN}|source|credit)(?: (?:credit|source|courtesy|by|attribution))?s?`;
const PREFIX = new RegExp(`^(?:(${DECLARATION})|${SOURCE})\\s?(?::|[-–—|/](?= )|(?<=\\]))\\s?`, 'u');

/** What stands beside a label: check it, for reference, no advice, reviewed by people, not a photograph. */
const DISCLAIMER =
  /^(?:(?:and|but|then|so|or|it|they|this|these|always|please|for|use|check|verify|not|do not|don't|no|may|might|can|could|reviewed|edited|fact-checked|verified|curated|results|information|responses|answers|accuracy|quality|consult|learn more|see|double-check|errors|mistakes|with human|human|by|via|using|prompt|model|tool|last updated|updated|published|images?|photos?|source|credit|illustration|getty|shutterstock|adobe)\b.{0,120})$/u;

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
  /^(?:this|these|our|all|any|the (?:above|following|accompanying)|(?:some|all|parts?|portions?|sections?|elements?|most|much)(?: of)? (?:this|the|our|these))\b/;
/** What was done besides, or may be wrong with it, is no part of what is said of its making. */
const REVIEWED =
  /(?: (?:and|but|then)\b| (?:may|can|could|might) (?:contain|include|have|be in|not be)\b).*$/;
const WORDED = new RegExp(`^${LABEL_NOUN}$`, 'u');

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
      .split(/[,;!|·•\n]|\.(?!\d|com)/u),
    readClause,
    (clause) => DISCLAIMER.test(clause) || GENERATOR.test(clause),
  );

function readClause(clause: string): MarkWords | undefined {
  const prefix = PREFIX.exec(clause);
  const rest = prefix === null ? clause : clause.slice(prefix[0].length);
  const read = readMark(rest) ?? readSentence(rest) ?? readUse(rest, prefix?.[1] !== undefined);
  return read && prefix !== null ? { ...read, isDeclared: true, isAmbiguous: false } : read;
}

function readMark(clause: string): MarkWords | undefined {
  const noun = MARK.exec(clause)?.groups?.['noun'];
  if (!MARK.test(clause)) return undefined;
  return { ...said(clause), isDeclared: false, isAmbiguous: noun !== undefined && !WORDED.test(noun) };
}

function readSentence(clause: string): MarkWords | undefined {
  const match = DONE_BY.exec(clause) ?? SENTENCE.exec(clause) ?? CONTAINED.exec(clause);
  if (match === null) return undefined;
  const subject = match.groups?.['subject'] ?? '';
  const isDeclared = OF_THIS.test(subject);
  const isPhrase = subject !== '' && match.groups?.['verb'] !== undefined;
  return {
    ...said(clause),
    isDeclared,
    isAmbiguous: isPhrase && !isDeclared && !WORDED.test(subject.split(' ').at(-1) ?? ''),
  };
}

/** "AI was used to …" says nothing of this content unless somebody declares it. */
const readUse = (clause: string, isPrefixed: boolean): MarkWords | undefined =>
  WAS_USED.test(clause) && (isPrefixed || /\bth(?:is|ese)\b/.test(clause))
    ? { ...said(clause), extent: 'partial', isDeclared: true, isAmbiguous: false }
    : undefined;

function said(clause: string): Pick<MarkWords, 'extent' | 'hedge'> {
  const main = clause.replace(REVIEWED, '');
  const isHedged = IS_HEDGED.test(main);
  const extent = PARTIAL.test(main) ? 'partial' : isHedged || IS_CONTAINED.test(main) ? 'unknown' : 'full';
  return { extent, ...(isHedged && { hedge: 'suspected' as const }) };
}
