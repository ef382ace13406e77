import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../support/browsers/browser';
import type { ClaimsHarness, ShortClaim } from '../support/page-harness/claims';
import { servePageHarness } from '../support/page-harness/serve';
import { useSession } from './support/session';

/** What is gathered from pages and what it is tied to, in a real document: structure and style decide. */

declare const harness: ClaimsHarness;

const session = useSession();
let page: Page;
let stop: () => Promise<void>;

beforeAll(async () => {
  const served = await servePageHarness();
  stop = served.stop;
  page = await session.browser.newPage();
  await page.goto(`${served.url.replace('localhost', '127.0.0.1')}claims.html`);
  await page.waitFor(() => 'harness' in window);
});
afterAll(async () => {
  await page.close();
  await stop();
});

const claimsOf = (body: string): Promise<readonly ShortClaim[]> =>
  page.evaluate((html: string) => harness.claimsOf(html), body);

const MARK = '内容由AI生成';
const PROSE = '湖面在清晨起了一层薄雾，码头边的船还没有出发。走在岸上的人放慢脚步，听见远处的钟声。';
const AI = 'https://schema.org/TrainedAlgorithmicMediaDigitalSource';

/** Marks on the page, in short: anchor, what of it, words. */
const marksOf = async (body: string) =>
  (await claimsOf(body))
    .filter(({ kind, value }) => kind === 'mark' && value.length <= MARK.length)
    .map(({ anchor, about, value }) => `${anchor} ${about} ${value}`);

describe('marks belong to the block they stand in', () => {
  it.each([
    ['an article', `<article id="a"><h2>T</h2><p>${PROSE}</p><p>${MARK}</p></article>`, [`a text ${MARK}`]],
    ['a tip beside the main text', `<main><h1>T</h1><p>${PROSE}</p></main><div id="t">${MARK}</div>`, []],
    ['the whole page', `<h1>T</h1><p>${PROSE}</p><div>${MARK}</div>`, [`body text ${MARK}`]],
    [
      'the inner article',
      `<article id="a"><p>${PROSE}</p><article id="b"><p>${PROSE}</p><p>${MARK}</p></article></article>`,
      [`b text ${MARK}`],
    ],
    [
      'a comment',
      `<article id="a"><p>${PROSE}</p><ol class="comments"><li id="c"><b>u</b><p>${MARK}</p></li></ol></article>`,
      [`c text ${MARK}`],
    ],
    [
      'a comment by role',
      `<article id="a"><p>${PROSE}</p><div id="c" role="comment"><p>${MARK}</p></div></article>`,
      [`c text ${MARK}`],
    ],
    [
      'a quote',
      `<article id="a"><p>${PROSE}</p><blockquote id="q"><p>${MARK}</p></blockquote></article>`,
      [`q text ${MARK}`],
    ],
    [
      'a post of a list without semantics',
      `<div>${['x', 'y', 'z'].map((id) => `<div class="p" id="${id}"><i>n</i><div>${PROSE}</div>${id === 'y' ? `<span>${MARK}</span>` : ''}</div>`).join('')}</div>`,
      [`y text ${MARK}`],
    ],
    [
      'the picture of a figure',
      `<article id="a"><p>${PROSE}</p><figure id="f"><img alt=""><figcaption>图片由AI生成</figcaption></figure></article>`,
      ['f media 图片由AI生成'],
    ],
    [
      'the picture of a card',
      `<article id="a"><img alt=""><span>${MARK}</span></article>`,
      [`a media ${MARK}`],
    ],
    ['the page at its foot', `<main><p>${PROSE}</p></main><footer>${MARK}</footer>`, [`html page ${MARK}`]],
    [
      'words over several elements',
      `<article id="a"><p>${PROSE}</p><p><b>AI</b><span>生成</span></p></article>`,
      ['a text AI生成'],
    ],
    [
      'in a row of details that only style sets apart',
      `<article id="a"><p>${PROSE}</p><div><span>3.2万播放</span><span>2025-11-03</span><span>${MARK}</span></div></article>`,
      [`a text ${MARK}`],
    ],
    [
      'in a row, spread over elements',
      `<article id="a"><p>${PROSE}</p><div><span>内容由</span><b>AI</b><span>生成</span></div></article>`,
      [`a text ${MARK}`],
    ],
  ])('%s', async (_, body, wanted) => {
    expect(await marksOf(body)).toEqual(wanted);
  });
});

describe('no mark is taken from', () => {
  it.each([
    ['a menu', `<nav><a href="#">${MARK}</a></nav>`],
    ['a button', `<article><p>${PROSE}</p><button>AI生成</button></article>`],
    ['a form', `<form><p>${MARK}</p></form>`],
    ['a choice', `<article><p>${PROSE}</p><select><option>AI生成</option></select></article>`],
    ['a headline', `<article><h2>${MARK}</h2><p>${PROSE}</p></article>`],
    ['code', `<article><p>${PROSE}</p><pre><code>${MARK}</code></pre></article>`],
    ['a text being written', `<article><p>${PROSE}</p><div contenteditable>${MARK}</div></article>`],
    ['a tag', `<article><p>${PROSE}</p><a rel="tag" href="#">AI生成</a></article>`],
    [
      'a list of links',
      `<article><p>${PROSE}</p><ul><li><a href="#">AI生成</a></li><li><a href="#">新闻</a></li><li><a href="#">体育</a></li></ul></article>`,
    ],
    [
      'a table of data',
      `<article><p>${PROSE}</p><table><tr><th>功能</th></tr><tr><td>AI生成</td></tr></table></article>`,
    ],
    [
      'hidden text',
      `<article><p>${PROSE}</p><p hidden>${MARK}</p><p style="display:none">${MARK}</p></article>`,
    ],
    [
      'transparent text',
      `<article><p>${PROSE}</p><p style="opacity:0">${MARK}</p><p style="color:transparent">${MARK}</p></article>`,
    ],
    [
      'text in the colour of its ground',
      `<article><p>${PROSE}</p><div style="background:#fff"><p style="color:#fefefe">${MARK}</p></div></article>`,
    ],
    [
      'chips of a filter',
      `<article><p>${PROSE}</p><div class="c"><div class="i">全部</div><div class="i">AI生成</div><div class="i">摄影</div></div></article>`,
    ],
    [
      'the options of a form of plain elements',
      `<article><p>${PROSE}</p><div><p>请选择声明类型</p><p>${MARK}</p><p>内容取材网络</p><p>无需声明</p></div></article>`,
    ],
    [
      'a table of prices',
      `<article><p>${PROSE}</p><table><tr><td>AI生成</td><td>0.2元/张</td></tr></table></article>`,
    ],
    ['tiny text', `<article><p>${PROSE}</p><p style="font-size:1px">${MARK}</p></article>`],
    ['text turned round', `<article><p>${PROSE}</p><p>\u202E${[...MARK].reverse().join('')}</p></article>`],
  ])('%s', async (_, body) => {
    expect(await marksOf(body)).toEqual([]);
  });
});

describe('corner marks', () => {
  it.each([
    ['raised at a headline', `<article id="a"><h2>清晨的湖<sup>AI</sup></h2><p>${PROSE}</p></article>`],
    [
      'beside the words of a headline',
      `<article id="a"><h2>清晨的湖边有人 <span>AI</span></h2><p>${PROSE}</p></article>`,
    ],
    ['raised in the text', `<article id="a"><h2>T</h2><p>${PROSE}<sup>AI</sup></p></article>`],
  ])('%s', async (_, body) => {
    const corners = (await claimsOf(body)).filter(({ place }) => place === 'corner');
    expect(corners).toEqual([{ anchor: 'a', about: 'text', kind: 'mark', place: 'corner', value: 'AI' }]);
  });
});

describe('declarations for machines', () => {
  it.each([
    [
      'microdata of a picture',
      `<figure id="f" itemscope itemtype="https://schema.org/ImageObject"><img alt=""><meta itemprop="digitalSourceType" content="${AI}"></figure>`,
      { anchor: 'f', about: 'media', kind: 'source-type', value: AI },
    ],
    [
      'microdata of an article',
      `<article id="a" itemscope itemtype="https://schema.org/Article"><meta itemprop="digitalSourceType" content="${AI}"><p>x</p></article>`,
      { anchor: 'a', about: 'text', kind: 'source-type', value: AI },
    ],
    [
      'RDFa',
      `<article id="a" typeof="schema:Article"><meta property="schema:digitalSourceType" content="${AI}"><p>x</p></article>`,
      { anchor: 'a', about: 'text', kind: 'source-type', value: AI },
    ],
    [
      'an attribute',
      `<article id="a" ai-disclosure="ai-assisted"><p>x</p></article>`,
      { anchor: 'a', about: 'text', kind: 'ai-disclosure', value: 'ai-assisted' },
    ],
    [
      'an attribute of a picture',
      `<img id="i" alt="" data-ai-disclosure="autonomous">`,
      { anchor: 'i', about: 'media', kind: 'ai-disclosure', value: 'autonomous' },
    ],
    [
      'a meta element',
      `<meta name="AI-Disclosure" content="mixed">`,
      { anchor: 'html', about: 'page', kind: 'ai-disclosure', value: 'mixed' },
    ],
    [
      'the address of a manifest store',
      `<link rel="preload c2pa-manifest" href="https://store.test/m.c2pa">`,
      {
        anchor: 'html',
        about: 'page',
        kind: 'text-manifest',
        value: '-----BEGIN C2PA MANIFEST-----\nhttps://store.test/m.c2pa\n-----END C2PA MANIFEST-----',
      },
    ],
  ])('%s', async (_, body, wanted) => {
    expect(await claimsOf(body)).toEqual([wanted]);
  });

  const script = (value: unknown) =>
    `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

  it('ties JSON-LD to a medium by its address and to a text by its headline', async () => {
    const graph = {
      '@graph': [
        { '@type': 'ImageObject', contentUrl: '/a.jpg', digitalSourceType: AI },
        { '@type': 'NewsArticle', headline: 'Second', digitalSourceType: AI },
        { '@type': 'Person', name: 'Nobody here', digitalSourceType: AI },
      ],
    };
    const body = `${script(graph)}<article id="one"><h2>First</h2></article><article id="two"><h2>Second</h2></article>`;
    const claims = await claimsOf(body);
    expect(claims.map(({ anchor, about }) => `${anchor} ${about}`)).toEqual(['html media', 'two text']);
    expect(claims[0]?.mediaUrl).toMatch(/^http:\/\/.+\/a\.jpg$/);
    expect(claims[0]?.value).toContain(AI);
  });

  it.each([
    ['cut off', '{"@type":"Article","digitalSourceType":'],
    [
      'a megabyte long',
      JSON.stringify({
        '@type': 'ImageObject',
        contentUrl: '/a.jpg',
        digitalSourceType: AI,
        text: 'x'.repeat(1 << 20),
      }),
    ],
    [
      'nested ten thousand deep',
      `${'['.repeat(10_000)}{"@type":"ImageObject","contentUrl":"/a.jpg","digitalSourceType":"${AI}"}${']'.repeat(10_000)}`,
    ],
  ])('leaves JSON-LD alone that is %s', async (_, text) => {
    expect(await claimsOf(script(text))).toEqual([]);
  });

  it('bounds thousands of claims', async () => {
    const objects = Array.from({ length: 5000 }, (_, at) => ({
      '@type': 'ImageObject',
      contentUrl: `/${at}.jpg`,
      digitalSourceType: AI,
    }));
    const body = script(objects) + `<p ai-disclosure="ai-generated">x</p>`.repeat(5000);
    expect((await claimsOf(body)).length).toBeLessThanOrEqual(200);
  });
});

describe('text that carries its label', () => {
  const front = '---\nAIGC:\n  Label: "1"\n---\n# Title\n';

  it('takes front matter that is the text, not an example in one', async () => {
    const shown = await claimsOf(`<pre id="p">${front}${PROSE}</pre>`);
    expect(shown.map(({ kind, about }) => `${kind} ${about}`)).toEqual(['front-matter text']);
    expect(await claimsOf(`<article><p>${PROSE.repeat(5)}</p><pre>${front}</pre></article>`)).toEqual([]);
  });

  it('takes a manifest between BEGIN and END, but not from code', async () => {
    const block = '-----BEGIN C2PA MANIFEST-----\nhttps://site.test/a.c2pa\n-----END C2PA MANIFEST-----';
    const claims = await claimsOf(`<article id="a"><p>${PROSE}</p><p>${block}</p></article>`);
    expect(claims.map(({ anchor, kind }) => `${anchor} ${kind}`)).toEqual(['a text-manifest']);
    expect(await claimsOf(`<article><p>${PROSE}</p><pre><code>${block}</code></pre></article>`)).toEqual([]);
  });
});

describe('the sentry', () => {
  it.each([
    ['a mark', `<p>${MARK}</p>`, true],
    ['a mark over two elements', '<p><b>AI</b><span>生成</span></p>', true],
    ['a corner mark', '<h1>T<sup>AI</sup></h1>', true],
    ['a declaration', '<p ai-disclosure="ai-generated">x</p>', true],
    ['words about AI', '<p>AI 公司今天发布了财报。</p>', false],
    ['JSON-LD without an origin', '<script type="application/ld+json">{"@type":"Article"}</script>', false],
    ['plain words', `<p>${PROSE}</p>`, false],
  ])('wakes for %s or does not', async (_, body, wanted) => {
    expect(await page.evaluate((html: string) => harness.wakes(html), body)).toBe(wanted);
  });
});

describe('a label shown near a medium', () => {
  it.each([
    ['in its words', '<img id="i" alt="AI生成的风景">', 'yes'],
    ['in its caption', '<figure><img id="i" alt=""><figcaption>图片由AI生成</figcaption></figure>', 'yes'],
    ['on its card', `<div><a href="#"><img id="i" alt=""></a><div><span>${MARK}</span></div></div>`, 'yes'],
    ['hidden', `<div><img id="i" alt=""><span hidden>${MARK}</span></div>`, 'no'],
    ['nowhere', `<figure><img id="i" alt="湖"><figcaption>清晨</figcaption></figure>`, 'no'],
  ])('%s', async (_, body, wanted) => {
    expect(await page.evaluate((html: string) => harness.shown(html, '#i'), body)).toBe(wanted);
  });
});

describe('cost', () => {
  it('keeps its claims and its peace on a page that changes every frame', async () => {
    const { slices, claims } = await page.evaluate(() => harness.busy(90));
    expect(claims).toBeGreaterThan(0);
    expect(slices.length).toBeLessThan(30);
  });
});
