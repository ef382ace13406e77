import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const news: LayoutPage = {
  id: 'news',
  title: 'News front page',
  css: `main { display: grid; grid-template-columns: 2fr 1fr 1fr; gap: 20px; max-width: 1200px; margin: auto; padding: 20px; }
.lead { position: relative; grid-row: span 2; } .lead img { width: 100%; height: 420px; object-fit: cover; }
.lead h1 { position: absolute; inset: auto 0 0; margin: 0; padding: 60px 20px 20px; color: #fff; background: linear-gradient(transparent, rgb(0 0 0 / 80%)); font-size: 26px; }
.tag { position: absolute; top: 10px; left: 10px; background: #c00; color: #fff; padding: 2px 8px; font-size: 13px; }
article img { width: 100%; height: 150px; object-fit: cover; } article h2 { font-size: 16px; }`,
  render: (
    p,
  ) => html`<main><article class="lead">${p.ai()}<span class="tag">独家</span><h1>头条标题：城市的新地铁线路今天通车</h1></article>
${p.run(4, 2, (picture) => html`<article><a href="#a">${picture}<h2>一条较短的新闻标题</h2></a></article>`)}</main>`,
};
