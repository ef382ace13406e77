/** Shorter phrases stand in any text and tell nothing. */
const LEAST_CHARS = 3;

/**
 * The phrases of a text that XML without character references can only write as they are: ASCII, and none of the
 * characters that have entities (XML 1.0 §4.6).
 */
export const plainPhrases = (text: string): readonly string[] =>
  text
    .split(/[^\x20-\x7e]|[<>&"']/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase.length >= LEAST_CHARS);
