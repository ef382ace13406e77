import { html } from '../html';
import { type LayoutPage, lines } from './layout-page';

export const forum: LayoutPage = {
  id: 'forum',
  title: 'Forum thread',
  css: `table { width: 900px; margin: 20px auto; border-collapse: collapse; } td { border: 1px solid #cdd; padding: 12px; vertical-align: top; } .who { width: 140px; text-align: center; background: #f5f9ff; } .who img { width: 96px; height: 96px; object-fit: cover; } .body img { max-width: 480px; height: auto; }`,
  render: (p) =>
    html`<table>${[0, 1].map(() => html`<tr><td class="who">${p.small()}<br>楼主</td><td class="body">${lines(2)}${p.ai()}${lines(1)}${p.plain()}</td></tr>`)}</table>`,
};
