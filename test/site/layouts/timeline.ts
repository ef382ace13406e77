import { html } from '../html';
import { type LayoutPage, lines } from './layout-page';

export const timeline: LayoutPage = {
  id: 'timeline',
  title: 'Timeline',
  css: `body { background: #f2f4f5; } main { width: 600px; margin: auto; } .post { background: #fff; border: 1px solid #ddd; padding: 12px; display: grid; grid-template-columns: 48px 1fr; gap: 10px; }
.ava { width: 40px; height: 40px; border-radius: 50%; object-fit: cover; } .media { display: grid; grid-template-columns: 1fr 1fr; gap: 2px; border-radius: 16px; overflow: hidden; } .media img { width: 100%; height: 180px; object-fit: cover; }
.acts button { border: 0; background: none; }`,
  render: (p) =>
    html`<main>${[0, 1, 2].map(() => html`<div class="post">${p.small('ava')}<div><b>某人</b>${lines(1)}<div class="media">${p.ai()}${p.plain()}${p.plain()}${p.ai()}</div><div class="acts"><button>♡ 12</button><button>↻ 3</button></div></div></div>`)}</main>`,
};
