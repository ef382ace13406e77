import { html } from '../html';
import { type LayoutPage, lines } from './layout-page';

export const wiki: LayoutPage = {
  id: 'wiki',
  title: 'Encyclopedia article',
  css: `body { max-width: 960px; margin: 20px auto; font-family: serif; } .inf { float: right; width: 260px; border: 1px solid #aaa; padding: 6px; margin: 0 0 12px 16px; background: #f8f9fa; } .inf img, .th img { width: 100%; height: auto; } .th { float: left; width: 180px; margin: 6px 14px 6px 0; font-size: 12px; }`,
  render: (p) =>
    html`<h1>条目</h1><div class="inf">${p.ai()}<div>图注：一幅插图</div></div>${lines(5)}<div class="th">${p.ai()}小图</div>${lines(6)}<div class="th">${p.plain()}小图</div>${lines(6)}`,
};
