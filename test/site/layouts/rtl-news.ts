import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const rtlNews: LayoutPage = {
  id: 'rtl-news',
  title: 'News, right to left',
  direction: 'rtl',
  css: `main { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 20px; padding: 20px; width: 1500px; } article { position: relative; } img { width: 100%; height: 220px; object-fit: cover; } .k { position: absolute; top: 8px; inset-inline-start: 8px; background: #064; color: #fff; padding: 2px 8px; }`,
  render: (p) =>
    html`<main>${p.run(9, 3, (picture) => html`<article>${picture}<span class="k">عاجل</span><h2>عنوان خبر قصير</h2></article>`)}</main>`,
};
