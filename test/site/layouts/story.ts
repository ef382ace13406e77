import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const story: LayoutPage = {
  id: 'story',
  title: 'Story viewer',
  css: `body { background: #111; margin: 0; } .s { position: relative; width: 420px; height: 740px; margin: 20px auto; border-radius: 12px; overflow: hidden; } .s > img { width: 100%; height: 100%; object-fit: cover; } .top { position: absolute; inset: 8px 8px auto; display: flex; gap: 4px; } .top i { flex: 1; height: 3px; background: #fff; } .u { position: absolute; top: 20px; left: 12px; right: 12px; color: #fff; display: flex; align-items: center; gap: 8px; } .u img { width: 40px; height: 40px; border-radius: 50%; } .half { position: absolute; inset: 70px 50% 80px 0; } .r { left: 50%; right: 0; } .reply { position: absolute; inset: auto 12px 16px; } .reply input { width: 100%; height: 40px; border-radius: 20px; }`,
  render: (p) =>
    html`<div class="s">${p.ai()}<div class="half"></div><div class="half r"></div><div class="top"><i></i><i></i><i></i></div><div class="u">${p.small()}<b>某人</b> 3小时<button style="margin-left:auto">⋯</button></div><div class="reply"><input placeholder="回复"></div></div>`,
};
