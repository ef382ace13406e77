import { ownFile } from '../../support/corpus/own-media';
import { type Html, html } from '../html';
import type { PageBuilder, SpecimenPage } from '../page';

const MARK = { zh: '内容由AI生成', en: 'AI-generated content' } as const;
/** Overrides the direction of what follows (Unicode bidirectional algorithm). */
const OVERRIDE = '\u202E';

function article(page: PageBuilder, id: string, inner: Html): Html {
  page.expectText(`#${id}`, null);
  return html`<article id="${id}" style="max-width:640px"><h2>${page.say({ zh: '一篇文章', en: 'An article' })} ${id}</h2>
    <p>${page.say({ zh: '湖面在清晨起了一层薄雾。', en: 'A thin mist lay on the lake.' })}</p>${inner}</article>`;
}

export const textTricks: SpecimenPage = {
  id: 'text-tricks',
  group: 'texts',
  title: { zh: '看不见的和改动中的文字', en: 'Text nobody sees, text that never rests' },
  about: {
    zh: '隐藏的、透明的、与背景同色的、极小的、方向颠倒的文字；坏掉的和巨大的 JSON-LD；每一帧都在改的文字。',
    en: 'Text that is hidden, transparent, in the colour of its ground, tiny or reversed; JSON-LD that is broken or huge; text that changes every frame.',
  },
  expect: {
    zh: '没有人看得见的说明不算标识；页面照常工作，图片自己的标识仍在。',
    en: 'What nobody can see is no label; the page goes on working, and the picture’s own label stands.',
  },
  scripts: ['text-tricks.js'],
  render: (page) => html`
    <div class="grid">${page.figure(ownFile('gb/label-2-xmp.jpg'), { id: 'with-own-label' })}</div>
    ${article(page, 'hidden', html`<p hidden>${page.say(MARK)}</p><p style="display:none">${page.say(MARK)}</p><p aria-hidden="true">${page.say(MARK)}</p>`)}
    ${article(page, 'transparent', html`<p style="opacity:0">${page.say(MARK)}</p><p style="color:transparent">${page.say(MARK)}</p><p style="visibility:hidden">${page.say(MARK)}</p>`)}
    ${article(page, 'same-colour', html`<div style="background:#fff"><p style="color:#fefefe">${page.say(MARK)}</p></div>`)}
    ${article(page, 'tiny', html`<p style="font-size:1px">${page.say(MARK)}</p>`)}
    ${article(page, 'reversed', html`<p>${OVERRIDE}${[...page.say(MARK)].reverse().join('')}</p>`)}
    ${article(page, 'busy', html`<p id="ticker">0</p>`)}
    <script type="application/ld+json">{"@type":"Article","digitalSourceType":</script>
    <script type="application/ld+json">{"@type":"ImageObject","digitalSourceType":"x","description":"${'x'.repeat(1024 * 1024)}"}</script>`,
};
