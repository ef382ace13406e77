import { html } from '../html';
import { type LayoutPage, lines } from './layout-page';

export const comments: LayoutPage = {
  id: 'comments',
  title: 'Comments with avatars',
  css: `main { width: 700px; margin: 20px auto; } .c { display: flex; gap: 12px; padding: 10px 0; } .c > img { width: 44px; height: 44px; border-radius: 50%; object-fit: cover; } .att img { width: 120px; height: 90px; object-fit: cover; border-radius: 6px; }`,
  render: (p) =>
    html`<main>${[0, 1, 2, 3, 4].map((i) => html`<div class="c">${i === 2 ? p.ai() : p.small()}<div><b>用户 ${i}</b>${lines(1)}<div class="att">${i === 1 ? p.ai() : ''}${i === 3 ? p.plain() : ''}</div></div></div>`)}</main>`,
};
