import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const chat: LayoutPage = {
  id: 'chat',
  title: 'Chat',
  css: `.log { height: 90vh; width: 560px; margin: auto; overflow: auto; display: flex; flex-direction: column-reverse; border: 1px solid #ddd; } .m { display: flex; gap: 8px; padding: 8px; align-items: end; } .m.me { flex-direction: row-reverse; } .bub { position: relative; border-radius: 14px; overflow: hidden; background: #eef; } .bub img { display: block; width: 260px; height: auto; } .m > img { width: 36px; height: 36px; border-radius: 50%; } time { position: absolute; right: 6px; bottom: 4px; background: rgb(0 0 0 / 50%); color: #fff; border-radius: 8px; padding: 0 6px; font-size: 11px; }`,
  render: (p) =>
    html`<div class="log">${[0, 1, 2].map((i) => html`<div class="m ${i % 2 ? 'me' : ''}"><div class="bub">${i === 1 ? p.plain() : p.ai()}<time>12:3${i}</time></div></div><div class="m"><div class="bub" style="padding:10px">好的</div></div>`)}</div>`,
};
