import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const reader: LayoutPage = {
  id: 'reader',
  title: 'Page reader',
  css: `body { background: #525659; margin: 0; overflow: hidden; } .bar { height: 44px; background: #323639; color: #fff; line-height: 44px; padding: 0 16px; } .view { height: calc(100vh - 44px); overflow: auto; } .page { position: relative; width: 800px; height: 1100px; margin: 12px auto; background: #fff; box-shadow: 0 0 8px #000; } .page img { position: absolute; left: 80px; top: 140px; width: 400px; height: auto; } .text { position: absolute; inset: 0; } .text span { position: absolute; left: 80px; color: transparent; }`,
  render: (p) =>
    html`<div class="bar">document.pdf — 1 / 2</div><div class="view">${[0, 1].map((i) => html`<div class="page">${i ? p.plain() : p.ai()}<div class="text"><span style="top:60px">透明的文字层</span><span style="top:480px">another line of the text layer</span></div></div>`)}</div>`,
};
