import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const feed: LayoutPage = {
  id: 'feed',
  title: 'Infinite feed',
  css: `main { width: 500px; margin: auto; } main img { width: 500px; height: 300px; object-fit: cover; margin: 10px 0; }`,
  script: `// Nodes far above are taken out, as virtual lists do, and room is kept for them.
const feed = document.querySelector('#feed');
let room = 0;
addEventListener('scroll', () => {
  const first = feed.firstElementChild;
  if (!first || first.getBoundingClientRect().bottom > -400) return;
  room += 320;
  first.remove();
  feed.style.paddingTop = room + 'px';
});`,
  render: (p) => html`<main id="feed">${p.run(6, 2, (picture) => picture)}</main>`,
};
