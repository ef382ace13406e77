import { describe, expect, it } from 'vitest';
import {
  MAX_HTML_ATTRIBUTES,
  MAX_HTML_ELEMENTS,
  MAX_HTML_TAGS,
  MAX_HTML_VALUE_CHARS,
  MAX_JSON_LD_BYTES,
  MAX_LABEL_CHARS,
  MAX_TEXT_LABELS,
} from '../../../../lib/bytes/limits';
import html from '../../../../lib/containers/documents/html';
import { noise, utf8 } from '../../../support/samples/bytes';
import { payloadOf, walkDocument } from '../../../support/samples/sources';
import { wrapped } from '../../../support/samples/text';

const walk = async (content: string) => {
  const file = utf8(content);
  const { blocks, outcome } = await walkDocument(html, file);
  const found = blocks.map((block) => [
    block.path.join(' › '),
    new TextDecoder().decode(payloadOf(file, block)),
  ]);
  return { blocks, found, state: outcome.state };
};

describe('HTML', () => {
  it.each([
    '<!doctype html>',
    '<HTML lang="zh">',
    '<!-- saved -->\n<!DOCTYPE html>',
    '\ufeff\n<head>',
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC',
  ])('accepts %j', (start) => {
    expect(html.sniff(utf8(start))).toBe(true);
  });

  it.each(['<svg>', '<!-- a --><svg>', 'text <html>', '<?xml version="1.0"?><svg/>', '', '<rss>'])(
    'refuses %j',
    (start) => {
      expect(html.sniff(utf8(start))).toBe(false);
    },
  );

  it('gives the exact place of a label in a meta element', async () => {
    const { blocks, found } = await walk(
      '<html><meta charset=utf-8><META content=\'{"Label":"1"}\' Name="AIGC">',
    );
    expect(blocks).toEqual([
      {
        kind: 'document-property',
        path: ['HTML', 'meta', 'AIGC'],
        key: 'AIGC',
        spans: [{ offset: 41, length: 13 }],
      },
    ]);
    expect(found).toEqual([['HTML › meta › AIGC', '{"Label":"1"}']]);
  });

  it('gives the label of a meta element that calls its name a property', async () => {
    const { found } = await walk('<head><meta property="aigc" content=\'{"Label":"1"}\'></head>');
    expect(found).toEqual([['HTML › meta › AIGC', '{"Label":"1"}']]);
  });

  it('gives stores in scripts and addresses of stores, as written', async () => {
    const { blocks, found } = await walk(
      '<head><script type="application/c2pa">QUJD</script><link rel="c2pa-manifest" href="https://example.org/a"></head>',
    );
    expect(found).toEqual([
      ['HTML › script › C2PA', 'QUJD'],
      ['HTML › link › c2pa-manifest', 'https://example.org/a'],
    ]);
    expect(blocks[0]).toMatchObject({ kind: 'jumbf', encoding: 'base64' });
  });

  it('passes over comments, scripts, text and other elements', async () => {
    const meta = '<meta name="AIGC" content="{}">';
    const { found, state } = await walk(
      `<html><!-- ${meta} --><script>"${meta}"</script><style>${meta}</style><p title='${meta}'>&lt;meta></p><meta name="x" content="AIGC">`,
    );
    expect([found, state]).toEqual([[], 'complete']);
  });

  it('finds a store in variation selectors', async () => {
    const { blocks } = await walk(`<html><p>text${wrapped(noise(30))}</p>`);
    expect(blocks).toMatchObject([{ path: ['HTML', 'variation selectors', 'C2PA'], content: noise(30) }]);
  });

  it('breaks on no prefix', async () => {
    const content =
      '<html><!-- c --><meta name=AIGC content="{1}"><script type=application/c2pa>QQ==</script>';
    for (let length = 6; length < content.length; length++)
      expect((await walk(content.slice(0, length))).state).toBe('complete');
  });

  it(`looks at ${MAX_HTML_TAGS} tags and no more`, async () => {
    expect((await walk('<b>'.repeat(MAX_HTML_TAGS - 1))).state).toBe('complete');
    expect((await walk('<b>'.repeat(MAX_HTML_TAGS + 1))).state).toBe('over-budget');
    expect((await walk('<b "'.repeat(20_000))).state).toBe('complete');
  });
});

describe('HTML: what it declares of its origin', () => {
  const AI = 'https://schema.org/TrainedAlgorithmicMediaDigitalSource';
  const foundIn = async (content: string) => (await walk(`<!doctype html>${content}`)).found;

  it('gives JSON-LD that names a source type, and no other', async () => {
    const text = `{"digitalSourceType":"${AI}"}`;
    for (const type of ['application/ld+json', '"application/LD+JSON; charset=utf-8"'])
      expect(await foundIn(`<script type=${type}>${text}</script>`)).toEqual([
        ['HTML › script › JSON-LD', text],
      ]);
    expect(await foundIn(`<script type=application/json>${text}</script>`)).toEqual([]);
    expect(await foundIn('<script type=application/ld+json>{"name":"x"}</script>')).toEqual([]);
  });

  it.each([
    [`<meta itemprop="digitalSourceType" content="${AI}">`, 'meta', AI],
    [`<link itemprop="url digitalSourceType" href='${AI}'>`, 'link', AI],
    [`<a property="schema:digitalSourceType" href=${AI} >x</a>`, 'a', AI],
    [`<span property="https://schema.org/digitalSourceType" resource="${AI}"></span>`, 'span', AI],
    ['<b itemprop=digitalsourcetype>DigitalArtDigitalSource</b>', 'b', 'DigitalArtDigitalSource'],
  ])('gives the value of microdata and RDFa: %s', async (element, name, value) => {
    expect(await foundIn(`<p>a</p>${element}`)).toEqual([
      [`HTML › ${name} › schema.org:digitalSourceType`, value],
    ]);
  });

  it.each([
    '<p itemprop=xdigitalSourceType>a</p>',
    '<p title="digitalSourceType">a</p>',
    '<p itemprop=digitalSourceType></p>',
    '<!-- <p ai-disclosure=none> -->',
    '<script>"<p ai-disclosure=none>"</script>',
    '<p title="ai-disclosure">ai-disclosure=none</p>',
    '<meta name=ai-disclosure>',
    '<p ai-disclosure>',
  ])('gives nothing for %s', async (content) => {
    expect(await foundIn(content)).toEqual([]);
  });

  it('gives model and provider beside a disclosure, and none without', async () => {
    const { found } = await walk(
      '<!doctype html><meta name="ai-model" content="m1"><p ai-disclosure="mixed" ai-model="m2" data-ai-provider="p" ai-prompt-url=" "><p ai-model="m3">',
    );
    expect(found).toEqual([
      ['HTML › meta › ai-model', 'm1'],
      ['HTML › p › ai-disclosure', 'mixed'],
      ['HTML › p › ai-model', 'm2'],
      ['HTML › p › ai-provider', 'p'],
    ]);
  });

  it('gives disclosures of the page and of elements, with exact places', async () => {
    const page = '<!doctype html><meta name=AI-Disclosure content=mixed><article ai-disclosure="none">';
    const { blocks } = await walk(`${page}<p data-ai-disclosure='ai-generated'>`);
    expect(blocks.map(({ path, spans }) => [path.join(' › '), spans[0].offset, spans[0].length])).toEqual([
      ['HTML › meta › ai-disclosure', 48, 5],
      ['HTML › article › ai-disclosure', 78, 4],
      ['HTML › p › ai-disclosure', 107, 12],
    ]);
  });

  it(`gives equal ones once, and ${MAX_TEXT_LABELS} at most`, async () => {
    expect(await foundIn('<p ai-disclosure=none>'.repeat(9))).toHaveLength(1);
    const many = Array.from(
      { length: MAX_TEXT_LABELS + 5 },
      (_, index) => `<p ai-disclosure=v${index}>`,
    ).join('');
    expect(await foundIn(many)).toHaveLength(MAX_TEXT_LABELS);
  });

  it('takes values of usual length', async () => {
    const of = (length: number) => foundIn(`<p ai-disclosure=${'a'.repeat(length)}>`);
    expect([(await of(MAX_HTML_VALUE_CHARS)).length, (await of(MAX_HTML_VALUE_CHARS + 1)).length]).toEqual([
      1, 0,
    ]);
    const label = (length: number) => foundIn(`<meta name=AIGC content=${'a'.repeat(length)}>`);
    expect([(await label(MAX_LABEL_CHARS)).length, (await label(MAX_LABEL_CHARS + 1)).length]).toEqual([
      1, 0,
    ]);
    expect(await foundIn('<meta name=AIGC content=a>'.repeat(MAX_TEXT_LABELS + 1))).toHaveLength(
      MAX_TEXT_LABELS,
    );
  });

  it(`looks into ${MAX_HTML_ELEMENTS} elements and ${MAX_HTML_ATTRIBUTES} attributes of each`, async () => {
    const metas = (count: number) => walk(`<!doctype html>${'<meta>'.repeat(count)}`);
    expect((await metas(MAX_HTML_ELEMENTS)).state).toBe('complete');
    expect((await metas(MAX_HTML_ELEMENTS + 1)).state).toBe('over-budget');
    const behind = (count: number) => foundIn(`<p ${'a '.repeat(count)}ai-disclosure=none>`);
    expect((await behind(MAX_HTML_ATTRIBUTES - 1)).length).toBe(1);
    expect((await behind(MAX_HTML_ATTRIBUTES)).length).toBe(0);
  });

  it('is over-budget for more JSON-LD than is read', async () => {
    const script = (length: number) =>
      `<!doctype html><script type=application/ld+json>${'digitalSourceType'.padEnd(length)}</script>`;
    expect((await walk(script(MAX_JSON_LD_BYTES))).state).toBe('complete');
    const more = await walk(script(MAX_JSON_LD_BYTES + 1));
    expect([more.blocks, more.state]).toEqual([[], 'over-budget']);
  });
});
