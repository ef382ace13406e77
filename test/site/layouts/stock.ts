import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const stock: LayoutPage = {
  id: 'stock',
  title: 'Photo stock',
  css: `.row { display: flex; gap: 6px; margin: 6px; } .row figure { position: relative; margin: 0; flex: 1; height: 230px; } .row img { width: 100%; height: 100%; object-fit: cover; user-select: none; pointer-events: none; } .wm { position: absolute; inset: 0; display: grid; place-items: center; color: rgb(255 255 255 / 60%); font-size: 28px; pointer-events: none; } .row a { position: absolute; inset: 0; }`,
  render: (p) =>
    html`${[0, 1, 2].map(() => html`<div class="row">${[0, 1, 2, 3].map((i) => html`<figure>${i === 1 ? p.ai() : p.plain()}<div class="wm">样图</div><a href="#i" aria-label="图片"></a></figure>`)}</div>`)}`,
};
