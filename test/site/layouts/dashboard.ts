import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const dashboard: LayoutPage = {
  id: 'dashboard',
  title: 'Dashboard',
  css: `body { display: grid; grid-template: 56px 1fr / 200px 1fr; height: 100vh; margin: 0; } nav { grid-row: span 2; background: #1f2937; color: #fff; padding: 16px; } header { border-bottom: 1px solid #ddd; padding: 8px; } header img { width: 40px; height: 40px; border-radius: 50%; float: right; } main { overflow: auto; padding: 16px; } td { border-bottom: 1px solid #eee; padding: 8px 16px; } td img { width: 72px; height: 48px; object-fit: cover; }`,
  render: (p) =>
    html`<nav>菜单</nav><header>${p.small()}</header><main><table>${p.run(14, 4, (picture, i) => html`<tr><td>${picture}</td><td>素材 ${i}</td><td>2026-0${(i % 9) + 1}-01</td><td><button>编辑</button></td></tr>`)}</table></main>`,
};
