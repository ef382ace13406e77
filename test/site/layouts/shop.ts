import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const shop: LayoutPage = {
  id: 'shop',
  title: 'Shop grid',
  css: `.g { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; padding: 20px; } .c { position: relative; border: 1px solid #eee; border-radius: 8px; overflow: hidden; } .c img { width: 100%; height: 220px; object-fit: contain; background: #fff; }
.sale { position: absolute; top: 8px; left: 8px; background: #e4393c; color: #fff; border-radius: 3px; padding: 2px 6px; font-size: 12px; } .like { position: absolute; top: 8px; right: 8px; width: 32px; height: 32px; border-radius: 50%; border: 0; background: #fff; } .c p { margin: 8px; } .price { color: #e4393c; font-weight: 700; }`,
  render: (p) =>
    html`<div class="g">${p.run(8, 2, (picture) => html`<div class="c">${picture}<span class="sale">-30%</span><button class="like" aria-label="收藏">♡</button><p>商品名称，两行以内的说明文字</p><p class="price">¥128.00</p></div>`)}</div>`,
};
