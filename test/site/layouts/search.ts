import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const search: LayoutPage = {
  id: 'search',
  title: 'Search results',
  css: `.r { display: flex; flex-wrap: wrap; gap: 8px; padding: 16px; } .r a { width: 180px; font-size: 12px; color: #333; text-decoration: none; }
.r img { width: 180px; height: 120px; object-fit: cover; border-radius: 12px; } form { padding: 16px; border-bottom: 1px solid #ddd; } .r span { display: block; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }`,
  render: (p) =>
    html`<form><input value="日落" size="40"><button type="button">搜索</button></form><div class="r">${p.run(18, 5, (picture) => html`<a href="#x">${picture}<span>example.test › a long title of a page that holds a picture</span></a>`)}</div>`,
};
