import { describe, expect, it } from 'vitest';
import { mentionTest } from '../../../lib/metadata/xmp-mentions';

const HEAD = '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>\n';
const TAIL = '\n  \n<?xpacket end="w"?>';
const packet = (inside: string) => `${HEAD}<x:xmpmeta xmlns:x="adobe:ns:meta/">${inside}</x:xmpmeta>${TAIL}`;
const mentions = mentionTest([['AIGC'], ['Credit', 'Made with Google AI']]);

describe('mentionTest', () => {
  it('finds a needle in any case, and no other text', () => {
    expect(mentions(packet('<TC260:aigc/>'))).toBe(true);
    expect(mentions(packet('<a credit="made with google ai"/>'))).toBe(true);
    expect(mentions(packet('<a credit="M. Example"/>'))).toBe(false);
    expect(mentions(packet('<a>made with google ai</a>'))).toBe(false);
  });

  it('takes any run of white space for the space in a phrase', () => {
    expect(mentions(packet('<a credit="made\r\n with\tgoogle ai"/>'))).toBe(true);
  });

  it('takes punctuation of a phrase for itself', () => {
    const dotted = mentionTest([['reve.com']]);
    expect([dotted(packet('reve.com')), dotted(packet('reveXcom'))]).toEqual([true, false]);
  });

  it.each([
    ['a character reference', packet('<a>AI&#71;C</a>')],
    ['a comment', packet('<a>AI<!-- -->GC</a>')],
    ['a CDATA section', packet('<a>AI<![CDATA[GC]]></a>')],
    ['a processing instruction', packet('<a>AI<?x?>GC</a>')],
    ['a document type', `<!DOCTYPE x>${packet('<a/>')}`],
    ['a packet that is cut off', packet('<a/>').slice(0, -40)],
    ['a wrapper that does not end', `<?xpacket ${packet('<a/>').slice(10)}`.replaceAll('?>', '')],
    ['no element at all', 'AI'],
    ['text behind the packet', `${packet('<a/>')}<b/>`],
  ])('lets %s through, where a word may hide', (_, text) => {
    expect(mentions(text)).toBe(true);
  });

  it.each(['xmpmeta', 'xapmeta'])('knows a packet of %s without a wrapper, with blanks around it', (name) => {
    expect(mentions(`  <x:${name} xmlns:x="adobe:ns:meta/"><a/></x:${name} >\n `)).toBe(false);
  });

  it('lets everything through for a needle without phrases', () => {
    expect(mentionTest([['AIGC'], []])(packet('<a/>'))).toBe(true);
  });
});
