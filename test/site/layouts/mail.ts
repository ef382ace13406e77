import { html } from '../html';
import { type LayoutPage, lines } from './layout-page';

export const mail: LayoutPage = {
  id: 'mail',
  title: 'Mail list',
  css: `body { display: grid; grid-template-columns: 420px 1fr; height: 100vh; margin: 0; overflow: hidden; } .l { overflow: auto; border-right: 1px solid #ddd; } .i { display: flex; gap: 10px; padding: 10px; border-bottom: 1px solid #eee; } .i img { width: 48px; height: 48px; border-radius: 50%; object-fit: cover; } .m { overflow: auto; padding: 24px; } .m table { width: 600px; } .m img { width: 600px; height: auto; }`,
  render: (p) =>
    html`<div class="l">${Array.from({ length: 12 }, (_, i) => html`<div class="i">${i === 3 ? p.ai() : p.small()}<div><b>发件人 ${i}</b><br>主题行</div></div>`)}</div><div class="m"><table><tr><td>${p.ai()}</td></tr><tr><td>${lines(3)}</td></tr><tr><td>${p.plain()}</td></tr></table></div>`,
};
