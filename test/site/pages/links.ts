import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

export const links: SpecimenPage = {
  id: 'links',
  group: 'difficult',
  title: { zh: '图片外面有链接', en: 'Links around pictures' },
  about: {
    zh: '图片放在链接、按钮和可点击的卡片里。下面的计数器记录页面自己收到的点击。',
    en: 'Pictures inside a link, a button and a clickable card. The counter shows the clicks the page itself received.',
  },
  expect: {
    zh: '点标识打开证据，页面收不到这次点击；点图片的其他地方照常。',
    en: 'A click on a label opens the evidence and does not reach the page; elsewhere on the picture all is as usual.',
  },
  scripts: ['links.js'],
  render: (
    page,
  ) => html`<p class="tools"><output id="clicks">0</output> ${page.say({ zh: '次点击被页面收到', en: 'clicks reached the page' })}</p>
    <div class="grid">
      <a href="#followed" id="link">${page.figure(ownFile('gb/label-1-xmp-attribute.jpg'), { id: 'in-link' })}</a>
      <button type="button" class="plain" id="button">${page.figure(ownFile('gb/label-2-xmp.jpg'), { id: 'in-button' })}</button>
      <div class="card" id="card">${page.figure(ownFile('generator/a1111.png'), { id: 'in-card' })}</div>
    </div>`,
};
