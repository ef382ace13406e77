import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const compare: LayoutPage = {
  id: 'compare',
  title: 'Image compare slider',
  css: `.s { position: relative; width: 800px; height: 500px; margin: 30px auto; overflow: hidden; } .s img { position: absolute; inset: 0; width: 800px; height: 500px; object-fit: cover; max-width: none; } .over { position: absolute; inset: 0 50% 0 0; overflow: hidden; } .h { position: absolute; left: 50%; top: 0; bottom: 0; width: 4px; margin-left: -2px; background: #fff; } .h::after { content: "⇔"; position: absolute; top: 50%; left: -18px; width: 40px; height: 40px; border-radius: 50%; background: #fff; text-align: center; line-height: 40px; } .s input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; margin: 0; }`,
  render: (p) =>
    html`<div class="s">${p.ai()}<div class="over">${p.plain()}</div><div class="h"></div><input type="range" aria-label="比较"></div>`,
};
