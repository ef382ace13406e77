import { describe, expect, it } from 'vitest';
import { MAX_SVG_BYTES, MAX_SVG_DEPTH, MAX_SVG_NAMES } from '../../../../lib/bytes/limits';
import svg from '../../../../lib/containers/formats/svg';
import { latin1, noise, utf8 } from '../../../support/samples/bytes';
import { payloadOf, walkWith } from '../../../support/samples/sources';
import { c2paSvg, svg as makeSvg, rdf, type SvgParts, svgText } from '../../../support/samples/svg';

const STORE = noise(40);
const BASE64 = Buffer.from(STORE).toString('base64');

const walkText = async (text: string) => {
  const file = utf8(text);
  const { blocks, outcome, stats } = await walkWith(svg, file);
  const payloads = blocks.map((block) => new TextDecoder().decode(payloadOf(file, block)));
  return { blocks, kinds: blocks.map(({ kind }) => kind), payloads, state: outcome.state, stats };
};
const walk = (parts: SvgParts) => walkText(svgText(parts));

describe('SVG: sniffing', () => {
  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg>',
    '<!-- made by hand --><svg>',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">',
    '\n <svg:svg xmlns:svg="http://www.w3.org/2000/svg">',
  ])('accepts %j', (text) => {
    expect(svg.sniff(utf8(text).subarray(0, 64))).toBe(true);
  });

  it.each(['<svgx/>', '<!DOCTYPE html>', '<html>', 'svg', '<?php', 'text <svg>'])('refuses %j', (text) => {
    expect(svg.sniff(utf8(text))).toBe(false);
  });
});

describe('SVG: blocks', () => {
  it('gives the exact place of a manifest store, as base64', async () => {
    const { blocks, payloads, state } = await walk({ metadata: [c2paSvg(STORE)] });
    expect(blocks).toEqual([
      {
        kind: 'jumbf',
        path: ['SVG', 'metadata', 'C2PA'],
        spans: [{ offset: 104, length: 56 }],
        encoding: 'base64',
      },
    ]);
    expect([payloads, state]).toEqual([[BASE64], 'complete']);
  });

  it('goes by namespace, whatever the prefix', async () => {
    expect((await walk({ metadata: [c2paSvg(STORE, 'x')] })).payloads).toEqual([BASE64]);
    const foreign = '<c2pa:manifest xmlns:c2pa="http://example.org/">AAAA</c2pa:manifest>';
    expect((await walk({ metadata: [foreign] })).payloads).toEqual([]);
  });

  it('takes no manifest outside of metadata, and no empty one', async () => {
    expect((await walk({ drawing: `<g>${c2paSvg(STORE)}</g>` })).payloads).toEqual([]);
    expect((await walk({ metadata: ['<m:manifest xmlns:m="http://c2pa.org/manifest"/>'] })).payloads).toEqual(
      [],
    );
  });

  it('gives RDF with the tags of the root around it, so that its namespaces count', async () => {
    const attributes = 'xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
    const { kinds, payloads } = await walk({ attributes, metadata: ['<r:RDF/>'] });
    expect(kinds).toEqual(['xmp']);
    expect(payloads).toEqual([
      `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><metadata><r:RDF/></metadata></svg>`,
    ]);
  });

  it('finds places behind characters of several bytes and line ends of two', async () => {
    const { payloads } = await walk({
      prolog: '\ufeff<?xml version="1.0"?>\r\n<!-- 图像\r\n -->\r\n',
      metadata: ['\r\n', c2paSvg(STORE), rdf('标题'), '\r\n'],
    });
    expect(payloads[0]).toBe(BASE64);
    expect(payloads[1]).toContain(`</c2pa:manifest>${rdf('标题')}\r\n</metadata></svg>`);
  });

  it('passes over a document type, and expands no entity', async () => {
    const prolog = '<!DOCTYPE svg [<!ENTITY e "<metadata/>"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const { payloads, state } = await walk({ prolog, metadata: ['&e;&x;', c2paSvg(STORE)] });
    expect([payloads, state]).toEqual([[BASE64], 'complete']);
  });

  it('finds nothing in the smallest, in one read', async () => {
    expect(await walk({})).toMatchObject({ kinds: [], state: 'complete', stats: { reads: 1 } });
  });
});

describe('SVG: damage and limits', () => {
  it('says truncated where the root does not end, with the store found', async () => {
    const text = svgText({ metadata: [c2paSvg(STORE)] });
    expect(await walkText(text.slice(0, -3))).toMatchObject({ kinds: ['jumbf'], state: 'truncated' });
  });

  it('says unsupported for other XML', async () => {
    expect((await walkText('<?xml version="1.0"?><rss><svg/></rss>')).state).toBe('unsupported');
    expect((await walkText('<!-- c --><html xmlns="http://www.w3.org/1999/xhtml"/>')).state).toBe(
      'unsupported',
    );
  });

  const metadata = [c2paSvg(STORE)];
  /** Without it nothing behind the first metadata would be looked at. */
  const MORE = '<metadata/>';

  it('looks no further than the last metadata element', async () => {
    const { kinds, state } = await walk({ metadata, drawing: '<a/>'.repeat(MAX_SVG_NAMES + 1) });
    expect([kinds, state]).toEqual([['jumbf'], 'complete']);
  });

  it('says malformed for what is full of errors, with the store found', async () => {
    expect(await walk({ metadata, drawing: `${'<g a/>'.repeat(200)}${MORE}` })).toMatchObject({
      kinds: ['jumbf'],
      state: 'malformed',
    });
  });

  it(`follows nesting of ${MAX_SVG_DEPTH} elements and no more`, async () => {
    const nested = (depth: number) => '<g>'.repeat(depth - 1) + '</g>'.repeat(depth - 1);
    expect((await walk({ metadata, drawing: nested(MAX_SVG_DEPTH) + MORE })).state).toBe('complete');
    const { kinds, state } = await walk({ metadata, drawing: nested(MAX_SVG_DEPTH + 1) + MORE });
    expect([kinds, state]).toEqual([['jumbf'], 'over-budget']);
  });

  it(`looks at ${MAX_SVG_NAMES} elements and attributes and no more`, async () => {
    // the root and its namespace, metadata, the manifest and its namespace; metadata again
    const many = (count: number) => walk({ metadata, drawing: '<a/>'.repeat(count - 6) + MORE });
    expect((await many(MAX_SVG_NAMES)).state).toBe('complete');
    expect(await many(MAX_SVG_NAMES + 1)).toMatchObject({ kinds: ['jumbf'], state: 'over-budget' });
  });

  it('reads a picture without metadata no further than its first tag', async () => {
    expect((await walk({ drawing: '<a/>'.repeat(MAX_SVG_NAMES + 1) })).state).toBe('complete');
    for (const text of ['<svg/>', '<svg ><g/></svg>', '<svg></svg\n>\n<!-- end -->'])
      expect((await walkText(text)).state).toBe('complete');
    for (const text of ['<svg', '<svg>', '<svg><g></g>', '<svg></svg', '</svg><svg>'])
      expect((await walkText(text)).state).not.toBe('complete');
  });

  it(`reads ${MAX_SVG_BYTES} bytes and no more, in two reads`, async () => {
    const padded = (length: number) => {
      const frame = svgText({ metadata: [c2paSvg(STORE)], drawing: '' }).length;
      return walk({ metadata: [c2paSvg(STORE)], drawing: ' '.repeat(length - frame) });
    };
    expect(await padded(MAX_SVG_BYTES)).toMatchObject({ kinds: ['jumbf'], state: 'complete' });
    const { kinds, state, stats } = await padded(MAX_SVG_BYTES + 1);
    expect([kinds, state, stats.bytes]).toEqual([['jumbf'], 'over-budget', MAX_SVG_BYTES]);
  });

  it('takes bytes that are no UTF-8', async () => {
    const file = makeSvg({ metadata: [c2paSvg(STORE)], drawing: '<text>\u00e9</text>' });
    file.set(latin1('\xff\xfe'), file.length - 15);
    const { blocks, outcome } = await walkWith(svg, file);
    expect([blocks.length, outcome.state]).toEqual([1, 'complete']);
  });
});
