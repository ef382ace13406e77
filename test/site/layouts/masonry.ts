import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const masonry: LayoutPage = {
  id: 'masonry',
  title: 'Masonry',
  css: `.m { columns: 4; column-gap: 12px; padding: 12px; } .m a { display: block; break-inside: avoid; margin-bottom: 12px; position: relative; } .m img { width: 100%; height: auto; border-radius: 16px; } .save { position: absolute; top: 10px; right: 10px; opacity: 0; border: 0; border-radius: 20px; padding: 10px 16px; background: #e60023; color: #fff; } .m a:hover .save { opacity: 1; }`,
  render: (p) =>
    html`<div class="m">${p.run(12, 3, (picture, i) => html`<a href="#p">${picture}<button class="save">保存</button>${i % 2 ? html`<div style="height:${i * 9}px"></div>` : ''}</a>`)}</div>`,
};
