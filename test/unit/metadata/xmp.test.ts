import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, MAX_FIELD_CHARS, MAX_XMP_ERRORS, MAX_XMP_PROPERTIES } from '../../../lib/bytes/limits';
import { readXmp, type XmpProperty } from '../../../lib/metadata/xmp';
import { xmpDisplayName, xmpFieldName } from '../../../lib/metadata/xmp-names';

const TC260 = 'http://www.tc260.org.cn/ns/AIGC/1.0/';
const IPTC_EXT = 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/';
const DC = 'http://purl.org/dc/elements/1.1/';
const JSON_LABEL = '{"Label":"1","ContentProducer":"picwish"}';
const ESCAPED = JSON_LABEL.replaceAll('"', '&quot;');

const NAMESPACES = [
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
  `xmlns:TC260="${TC260}" xmlns:ext="${IPTC_EXT}" xmlns:dc="${DC}"`,
].join(' ');
const rdf = (inside: string) => `<rdf:RDF ${NAMESPACES}>${inside}</rdf:RDF>`;
const meta = (inside: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="kit">${rdf(inside)}</x:xmpmeta>`;
const described = (inside: string) => meta(`<rdf:Description rdf:about="">${inside}</rdf:Description>`);
const packet = (inside: string) =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${inside}\n<?xpacket end="w"?>`;

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
};
const property = (ns: string, name: string, value: string): XmpProperty => ({ ns, name, value });
const label = (value: string) => property(TC260, 'AIGC', value);
const read = (text: string) => readXmp(utf8(text));

describe('readXmp: forms of a property', () => {
  it('reads an element with entity-escaped JSON', () => {
    expect(read(packet(described(`<TC260:AIGC>${ESCAPED}</TC260:AIGC>`)))).toEqual({
      properties: [label(JSON_LABEL)],
    });
  });

  it('reads an attribute with entity-escaped JSON', () => {
    const text = meta(`<rdf:Description rdf:about="" TC260:AIGC="${ESCAPED}" dc:format="image/png"/>`);
    expect(read(text)).toEqual({ properties: [label(JSON_LABEL), property(DC, 'format', 'image/png')] });
  });

  it('reads single-quoted attributes, CDATA and character references', () => {
    const text = meta(
      `<rdf:Description TC260:AIGC='{"a":1}'><dc:title><![CDATA[{"b":<2>}]]></dc:title>` +
        `<dc:rights>&#x4EBA;&#24037; &lt;&amp;&gt; &apos;</dc:rights></rdf:Description>`,
    );
    const values = read(text).properties.map(({ value }) => value);
    expect(values).toEqual(['{"a":1}', '{"b":<2>}', "人工 <&> '"]);
  });

  it('goes by namespace URI, not by prefix', () => {
    const text = rdf(
      `<rdf:Description xmlns:tc="${TC260}" tc:AIGC="one"/>` +
        `<rdf:Description xmlns:TC260="urn:other:" TC260:AIGC="two"/>` +
        `<rdf:Description xmlns="${TC260}"><AIGC>three</AIGC></rdf:Description>`,
    );
    const expected = [label('one'), property('urn:other:', 'AIGC', 'two'), label('three')];
    expect(read(text)).toEqual({ properties: expected });
  });

  it('reads RDF under any prefix and without x:xmpmeta', () => {
    const text = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:t="${TC260}"><r:Description><t:AIGC>v</t:AIGC></r:Description></r:RDF>`;
    expect(read(text)).toEqual({ properties: [label('v')] });
  });

  it('takes rdf:resource and rdf:value as values of the property', () => {
    const text = described(
      `<ext:DigitalSourceType rdf:resource="http://cv.iptc.org/x"/>` +
        `<dc:a rdf:parseType="Resource"><rdf:value>v</rdf:value><dc:q>qualifier</dc:q></dc:a>`,
    );
    expect(read(text).properties).toEqual([
      property(IPTC_EXT, 'DigitalSourceType', 'http://cv.iptc.org/x'),
      property(DC, 'a', 'v'),
      property(DC, 'q', 'qualifier'),
    ]);
  });

  it.each(['Alt', 'Bag', 'Seq'])('gives each item of an rdf:%s', (array) => {
    const items = `<rdf:li xml:lang="x-default">one</rdf:li><rdf:li>two</rdf:li>`;
    const text = described(`<dc:title>\n <rdf:${array}>\n ${items}\n </rdf:${array}>\n</dc:title>`);
    expect(read(text)).toEqual({ properties: [property(DC, 'title', 'one'), property(DC, 'title', 'two')] });
  });

  it('flattens structures to their leaves', () => {
    const text = described(
      '<dc:outer rdf:parseType="Resource"><dc:a>1</dc:a></dc:outer>' +
        '<dc:outer><rdf:Description dc:b="2"><dc:c>3</dc:c></rdf:Description></dc:outer>' +
        '<dc:list><rdf:Seq><rdf:li rdf:parseType="Resource"><dc:d>4</dc:d></rdf:li><rdf:li dc:e="5"/></rdf:Seq></dc:list>' +
        '<dc:short dc:f="6"/>',
    );
    const leaves = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, i) => property(DC, name, String(i + 1)));
    expect(read(text)).toEqual({ properties: leaves });
  });

  it('keeps several values of one property and empty ones', () => {
    const text = described('<TC260:AIGC>1</TC260:AIGC><TC260:AIGC/><TC260:AIGC>\n 3 \n</TC260:AIGC>');
    expect(read(text)).toEqual({ properties: [label('1'), label(''), label('3')] });
  });
});

describe('readXmp: encodings and surroundings', () => {
  const text = described(`<TC260:AIGC>${ESCAPED}</TC260:AIGC><dc:title>示例科技 𠮷</dc:title>`);
  const expected = { properties: [label(JSON_LABEL), property(DC, 'title', '示例科技 𠮷')] };

  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(`\uFEFF${text}`)],
    ['UTF-16LE', utf16(text, 'le')],
    ['UTF-16BE', utf16(text, 'be')],
    ['UTF-16LE with a mark', utf16(`\uFEFF${text}`, 'le')],
    ['UTF-16BE with a mark', utf16(`\uFEFF${text}`, 'be')],
    ['an XML declaration', utf8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)],
    ['a packet wrapper and padding', utf8(packet(`${text}${' '.repeat(2000)}`))],
    ['NULs behind', utf8(`${text}\0\0\0`)],
    ['other bytes before and behind', utf8(`W5M0 & garbage > \n${text}<unclosed & garbage`)],
  ])('reads %s', (_, bytes) => {
    expect(readXmp(bytes)).toEqual(expected);
  });

  it('takes an empty packet as empty', () => {
    expect(read('')).toEqual({ properties: [] });
    expect(read('  \n')).toEqual({ properties: [] });
    expect(read(packet(''))).toEqual({ properties: [] });
    expect(readXmp(new Uint8Array(16))).toEqual({ properties: [] });
  });
});

describe('readXmp: malformed and hostile packets', () => {
  it('keeps what came before a malformed place', () => {
    const result = read(described('<TC260:AIGC>1</TC260:AIGC><dc:a>x</dc:b><dc:c>later</dc:c>'));
    expect(result.properties).toEqual([label('1'), property(DC, 'a', 'x')]);
    expect(result.fault?.state).toBe('malformed');
  });

  it('goes on after an unbound prefix, which names nothing', () => {
    const result = read(described('<nobody:AIGC>1</nobody:AIGC><TC260:AIGC nil:x="2">3</TC260:AIGC>'));
    expect(result).toEqual({
      properties: [label('3')],
      fault: { state: 'malformed', why: 'XMP: unbound namespace prefix: "nobody".' },
    });
  });

  it('takes the prefix of the guide for its namespace where the packet does not declare it', () => {
    const packet = (prefix: string) =>
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description><${prefix}:AIGC>1</${prefix}:AIGC></r:Description></r:RDF>`;
    expect(read(packet('TC260'))).toEqual({ properties: [label('1')] });
    expect(read(packet('tc260'))).toEqual({ properties: [label('1')] });
  });

  it('replaces characters that XML disallows, without a fault', () => {
    expect(read(described('<TC260:AIGC>a\u0001b</TC260:AIGC>'))).toEqual({ properties: [label('a\uFFFDb')] });
  });

  it('leaves an unknown entity as it stands', () => {
    const result = read(described('<TC260:AIGC>a&nbsp;b</TC260:AIGC>'));
    expect(result.properties).toEqual([label('a&nbsp;b')]);
    expect(result.fault?.state).toBe('malformed');
  });

  it('passes over as many errors as the limit and stops past it', () => {
    const many = (count: number) =>
      described(`<dc:a>${'&a;'.repeat(count)}</dc:a><TC260:AIGC>1</TC260:AIGC>`);
    expect(read(many(MAX_XMP_ERRORS)).properties.at(-1)).toEqual(label('1'));
    expect(read(many(MAX_XMP_ERRORS + 1)).properties).toEqual([]);
  });

  it('refuses a document type declaration with all its entities', () => {
    const dtd =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    expect(read(`${dtd}${described('<TC260:AIGC>&b;&c;</TC260:AIGC>')}`)).toEqual({
      properties: [],
      fault: { state: 'malformed', why: 'XMP: inappropriately located doctype declaration.' },
    });
  });

  it('calls text without markup malformed', () => {
    expect(read('no markup here')).toEqual({
      properties: [],
      fault: { state: 'malformed', why: 'no XML in the XMP packet' },
    });
  });

  it('reads names that are special to JavaScript as any other', () => {
    const text = described('<dc:__proto__>1</dc:__proto__><dc:constructor dc:__proto__="2"/>');
    expect(read(text)).toEqual({
      properties: [property(DC, '__proto__', '1'), property(DC, '__proto__', '2')],
    });
  });

  it('stops past the depth limit and not at it', () => {
    const nested = (depth: number) => rdf(`${'<dc:a>'.repeat(depth - 1)}x${'</dc:a>'.repeat(depth - 1)}`);
    expect(read(nested(MAX_DEPTH))).toEqual({ properties: [property(DC, 'a', 'x')] });
    expect(read(nested(MAX_DEPTH + 1)).fault?.state).toBe('over-budget');
  });

  it('stops past the number of properties and not at it', () => {
    const many = (count: number) => described('<dc:a>x</dc:a>'.repeat(count));
    expect(read(many(MAX_XMP_PROPERTIES)).fault).toBeUndefined();
    const past = read(many(MAX_XMP_PROPERTIES + 1));
    expect(past.fault?.state).toBe('over-budget');
    expect(past.properties.length).toBe(MAX_XMP_PROPERTIES);
  });

  it('cuts a value at the limit', () => {
    const long = 'v'.repeat(MAX_FIELD_CHARS + 1);
    const result = read(described(`<dc:a>${long}</dc:a><dc:b dc:c="${long}"/>`));
    expect(result.properties.map(({ value }) => value.length)).toEqual([MAX_FIELD_CHARS, MAX_FIELD_CHARS]);
  });

  it('ends every truncation without an exception and never invents a value', () => {
    const text = packet(described(`<dc:a>1</dc:a><TC260:AIGC>${ESCAPED}</TC260:AIGC>`));
    const bytes = utf8(text);
    const complete = read(text).properties;
    const start = utf8(text.slice(0, text.indexOf('<x:'))).length + '<x'.length;
    const end = utf8(text.slice(0, text.indexOf('</x:xmpmeta>'))).length + '</x:xmpmeta>'.length;
    for (let length = 0; length < bytes.length; length++) {
      const result = readXmp(bytes.subarray(0, length));
      expect(complete.slice(0, result.properties.length)).toEqual(result.properties);
      if (length >= start && length < end) expect(result.fault?.state).toBe('truncated');
    }
  });

  it('ends random bytes without an exception', () => {
    let seed = 7;
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed >>> 8;
    };
    const source = utf8(packet(described(`<TC260:AIGC>${ESCAPED}</TC260:AIGC>`)));
    for (let round = 0; round < 2000; round++) {
      const bytes = source.slice();
      for (let change = 0; change < 3; change++) bytes[next() % bytes.length] = next() % 256;
      expect(Array.isArray(readXmp(bytes).properties)).toBe(true);
    }
  });
});

describe('names of XMP properties', () => {
  it('shows known namespaces by their conventional prefix', () => {
    expect(xmpDisplayName(TC260, 'AIGC')).toBe('TC260:AIGC');
    expect(xmpDisplayName(IPTC_EXT, 'DigitalSourceType')).toBe('Iptc4xmpExt:DigitalSourceType');
    expect(xmpDisplayName('urn:x:', 'y')).toBe('{urn:x:}y');
    expect(xmpFieldName(TC260, 'AIGC')).toBe('{http://www.tc260.org.cn/ns/AIGC/1.0/}AIGC');
  });
});
