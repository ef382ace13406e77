/** The end of a whole packet: its outermost element, and the wrapper's trailer where there is one. */
const END = /^<\/(?:[\w.-]+:)?(?:xmpmeta|xapmeta|RDF)\s*>\s*(?:<\?xpacket\s[^<>]*\?>\s*)?$/i;

/** Ways to write a text otherwise than it is read: character references, and what may stand amid a word. */
const DISGUISES = ['&#', '<!', '<?'];

/** Phrases all of which a packet has to hold. White space in one stands for any run of it. */
export type XmpNeedle = readonly string[];

/**
 * Makes the test whether the text of an XMP packet may hold what somebody looks for: the packets of photo editors run
 * to thousands of properties, and looking for a few words costs a hundredth of parsing them.
 *
 * The test says `true` wherever that cannot be excluded: for a packet that is cut off, and for one with character
 * references, comments, CDATA sections, declarations or processing instructions, in which a word may hide. Names
 * cannot be written otherwise than they are (XML 1.0 §2.3), nor can text without those (§2.4, §4.1), except for its
 * white space (§2.11, §3.3.3).
 *
 * @param needles compared in any case; ASCII, without the characters that XML writes as entities
 */
export function mentionTest(needles: readonly XmpNeedle[]): (text: string) => boolean {
  const all = needles.map((phrases) => phrases.map(asRegExp).toSorted(byLength));
  if (all.some((phrases) => phrases.length === 0)) return () => true;
  // one pass over the text for the most telling phrase of each needle; hardly any packet has one
  const quick = new RegExp(all.flatMap(([longest]) => longest?.source ?? []).join('|'), 'i');
  return (text) =>
    !isPlain(text) ||
    (quick.test(text) && all.some((phrases) => phrases.every((phrase) => phrase.test(text))));
}

const byLength = (one: RegExp, other: RegExp): number => other.source.length - one.source.length;

const asRegExp = (phrase: string): RegExp =>
  new RegExp(phrase.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll(/\s+/g, '\\s+'), 'i');

/** Whether a packet is whole and says what it says without any disguise. */
function isPlain(text: string): boolean {
  const last = text.lastIndexOf('</');
  if (last < 0 || !END.test(text.slice(last))) return false;
  // the wrapper's header at the start and its trailer at the end are no disguise
  const start = text.trimStart().startsWith('<?xpacket') ? text.indexOf('?>') : 0;
  return DISGUISES.every((mark) => {
    const at = text.indexOf(mark, start);
    return at < 0 || at > last;
  });
}
