import { describe, expect, it } from 'vitest';
import { platformGatherer } from '../../../../lib/page/claims/platforms/platforms';
import type { PlatformRule } from '../../../../lib/rules/platform-rule';
import { loadPlatforms } from '../../../../lib/rules/platforms';
import { documentFrom, platformPage } from '../../../support/platforms/saved-pages';

const RULES = loadPlatforms();
const cases = RULES.flatMap((rule) => rule.rows.map((row) => ({ name: `${rule.id}/${row.id}`, rule, row })));

function claimsOn({ hosts }: Pick<PlatformRule, 'hosts'>, document: Document, unchecked = true, path = '/x') {
  const [host] = hosts;
  const location = { hostname: `www.${host}`, href: `https://www.${host}${path}` };
  const gatherer = platformGatherer(location, RULES, () => unchecked);
  return [...(gatherer?.gather(document) ?? [])].filter((claim) => claim !== undefined);
}

describe('platform rules on pages made like theirs', () => {
  it.each(cases)('$name is found, on its item', ({ rule, row }) => {
    const claims = claimsOn(rule, platformPage(rule.id, row.pages.positive));
    expect(claims.map(({ anchor, fact }) => [anchor.getAttribute('data-row'), fact.kind])).toEqual([
      [row.id, 'platform'],
    ]);
    expect(claims[0]?.fact).toMatchObject({ rule: rule.id, row: row.id });
  });

  it.each(RULES)('$id says nothing on its negative page', (rule) => {
    expect(claimsOn(rule, platformPage(rule.id, 'negative')).map(({ fact }) => fact)).toEqual([]);
  });

  it.each(cases)('$name is not found where unchecked rows are off', ({ rule, row }) => {
    const wanted = row.checkedOn === 'unchecked' ? 0 : 1;
    expect(claimsOn(rule, platformPage(rule.id, row.pages.positive), false)).toHaveLength(wanted);
  });

  it.each(cases)('$name is not found on another site', ({ rule, row }) => {
    expect(claimsOn({ hosts: ['site.test'] }, platformPage(rule.id, row.pages.positive))).toEqual([]);
  });
});

const rule = (id: string) => RULES.find((one) => one.id === id) as PlatformRule;
const ITEM = '7412345678901234567';
const scripted = (json: string, body: string) =>
  documentFrom(`<html><body><script type="application/json">${json}</script>${body}</body></html>`);

describe('data of a page', () => {
  it('speaks of the only film of the page that its address names', () => {
    const page = scripted(`{"id":"${ITEM}","aigcLabelType":"2"}`, '<video></video><img width="400">');
    const [claim, ...more] = claimsOn(rule('tiktok'), page, true, `/@a/video/${ITEM}`);
    expect(more).toEqual([]);
    expect(claim?.anchor.localName).toBe('video');
    expect(claim?.fact).toMatchObject({ row: 'label-platform', value: '"aigcLabelType": 2' });
  });

  it.each([
    ['of another item', `/@a/video/${ITEM}9`, '<video></video>'],
    ['where the page shows several films', `/@a/video/${ITEM}`, '<video></video><video></video>'],
  ])('says nothing %s', (_, path, body) => {
    const page = scripted(`{"id":"${ITEM}","aigcLabelType":"2"}`, body);
    expect(claimsOn(rule('tiktok'), page, true, path)).toEqual([]);
  });

  it('is not misled by ids of what an item holds, or by quoted text', () => {
    const json = `{"id":"${ITEM}","author":{"id":"99999"},"desc":"\\"{[\\"","music":{"id":"88888"},"IsAigc":true}`;
    const links = [ITEM, '99999', '88888'].map((id) => `<a href="/video/${id}"><img></a>`).join('');
    const claims = claimsOn(rule('tiktok'), scripted(json, links));
    expect(claims.map(({ anchor }) => anchor.getAttribute('href'))).toEqual([`/video/${ITEM}`]);
  });

  it('is not misled by a name that ends alike', () => {
    const page = scripted(`{"id":"${ITEM}","x\\"IsAigc":true}`, `<a href="/video/${ITEM}"><img></a>`);
    expect(claimsOn(rule('tiktok'), page)).toEqual([]);
  });

  it('ends on text that never ends', () => {
    const deep = `${'{"a":['.repeat(200_000)}"IsAigc":true`;
    expect(claimsOn(rule('tiktok'), scripted(deep, '<video></video>'))).toEqual([]);
    const many = '"IsAigc":true,'.repeat(200_000);
    expect(claimsOn(rule('tiktok'), scripted(`{${many}`, '<video></video>'))).toEqual([]);
  });
});

describe('words on a page', () => {
  const inArticle = (inner: string) => documentFrom(`<html><body><article>${inner}</article></body></html>`);

  it.each([
    '作者声明：该视频使用人工智能合成技术',
    '作者声明: 该视频使用 人工智能 合成技术。',
    '<b>作者声明</b>：该视频使用<i>人工智能</i>合成技术',
    '该视频使用人工智能合成技术',
  ])('are known in any width, spacing and pieces: %s', (words) => {
    expect(claimsOn(rule('bilibili'), inArticle(`<div>${words}</div>`))).toHaveLength(1);
  });

  it.each([
    ['<div><span>作品含AI生成内容</span></div>', 'metadata'],
    ['<div><span>作者声明：</span><span>作品含AI生成内容</span></div>', 'creator'],
    ['<div><b>作者声明</b><p>作品含AI生成内容</p></div>', 'creator'],
  ])('say no more than their lead lets them: %s', (words, row) => {
    const claims = claimsOn(rule('douyin'), inArticle(words));
    expect(claims.map(({ fact }) => 'row' in fact && fact.row)).toEqual([row]);
  });

  it.each([
    '该视频使用人工智能合成技术了吗',
    '我没有勾选：该视频使用人工智能合成技术',
    '该视频未使用人工智能合成技术',
  ])('are not known as part of others: %s', (words) => {
    expect(claimsOn(rule('bilibili'), inArticle(`<div>${words}</div>`))).toEqual([]);
  });

  it.each([
    ['<div></div>', 1],
    ['<site-comments></site-comments>', 0],
    ['<div role="menu"></div>', 0],
  ])('in a shadow root are those of what its host stands in: %s', (host, count) => {
    const document = inArticle(host);
    const element = document.querySelector('article > *') as Element;
    const root = element.attachShadow({ mode: 'open' });
    const words = document.createElement('p');
    words.textContent = '该视频使用人工智能合成技术';
    root.append(words);
    const location = { hostname: 'www.bilibili.com', href: 'https://www.bilibili.com/' };
    const gatherer = platformGatherer(location, RULES, () => true);
    const claims = [...(gatherer?.gather(root) ?? [])].filter((claim) => claim !== undefined);
    expect(claims.map(({ anchor }) => anchor.localName)).toEqual(Array(count).fill('article'));
  });

  it('are looked for in what changed alone', () => {
    const document = inArticle('<p>一</p><div id="new">该视频使用人工智能合成技术</div>');
    const location = { hostname: 'www.bilibili.com', href: 'https://www.bilibili.com/' };
    const gatherer = platformGatherer(location, RULES, () => true);
    const gather = (selector: string) =>
      [...(gatherer?.gather(document.querySelector(selector) as Element) ?? [])].filter(
        (claim) => claim !== undefined,
      );
    expect(gather('p')).toEqual([]);
    expect(gather('#new').map(({ anchor }) => anchor.localName)).toEqual(['article']);
  });
});

describe('a film', () => {
  const page = () => scripted(`{"id":"${ITEM}","aigcLabelType":"2"}`, '<video></video>');
  const playing = (currentSrc: string) => {
    const document = page();
    Object.assign(document.querySelector('video') ?? {}, { currentSrc });
    return claimsOn(rule('tiktok'), document, true, `/@a/video/${ITEM}`);
  };

  it('is bound to what it plays: the same element may play another one next', () => {
    expect(playing('blob:https://www.tiktok.com/1')[0]?.mediaUrl).toBe('blob:https://www.tiktok.com/1');
  });

  it('that plays nothing yet is waited for', () => {
    expect(playing('')).toEqual([]);
  });
});
