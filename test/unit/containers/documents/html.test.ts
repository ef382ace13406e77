import { describe, expect, it } from 'vitest';
import { MAX_HTML_TAGS } from '../../../../lib/bytes/limits';
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
    '\ufeff\n<head>',
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC',
  ])('accepts %j', (start) => {
    expect(html.sniff(utf8(start))).toBe(true);
  });

  it.each(['<svg>', 'text <html>', '<?xml version="1.0"?><svg/>', '', '<rss>'])('refuses %j', (start) => {
    expect(html.sniff(utf8(start))).toBe(false);
  });

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
