import { html } from '../html';
import { type LayoutPage, lines } from './layout-page';

export const product: LayoutPage = {
  id: 'product',
  title: 'Product with zoom',
  css: `.p { display: grid; grid-template-columns: 80px 520px 1fr; gap: 16px; padding: 24px; } .th img { width: 72px; height: 72px; object-fit: cover; border: 1px solid #ccc; display: block; margin-bottom: 8px; } .big { position: relative; overflow: hidden; height: 520px; } .big img { width: 100%; height: 100%; object-fit: cover; } .lens { position: absolute; left: 240px; top: 200px; width: 120px; height: 120px; background: rgb(255 255 255 / 40%); border: 1px solid #999; pointer-events: none; } .zoom { position: absolute; right: 12px; bottom: 12px; }`,
  render: (p) =>
    html`<div class="p"><div class="th">${p.ai()}${p.plain()}${p.plain()}</div><div class="big">${p.ai()}<div class="lens"></div><button class="zoom">🔍</button></div><div><h1>商品</h1>${lines(3)}<button>加入购物车</button></div></div>`,
};
