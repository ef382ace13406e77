import { html } from '../html';
import { type LayoutPage, lines } from './layout-page';

export const cards: LayoutPage = {
  id: 'cards',
  title: 'Cards under links',
  css: `.d { display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px; padding: 24px; } .c { position: relative; border-radius: 12px; box-shadow: 0 2px 10px #0003; overflow: hidden; transition: transform .2s; } .c:hover { transform: translateY(-4px); } .c img { width: 100%; height: 200px; object-fit: cover; } .c a::after { content: ""; position: absolute; inset: 0; } .c .body { padding: 14px; } .ph { position: absolute; inset: 0 0 auto; height: 200px; background: #eee; z-index: -1; }`,
  render: (p) =>
    html`<div class="d">${p.run(6, 2, (picture) => html`<div class="c"><div class="ph"></div>${picture}<div class="body"><a href="#c">卡片标题</a>${lines(1)}</div></div>`)}</div>`,
};
