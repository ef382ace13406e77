import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const lightbox: LayoutPage = {
  id: 'lightbox',
  title: 'Gallery with a lightbox open',
  css: `.g { display: grid; grid-template-columns: repeat(5, 1fr); gap: 6px; padding: 6px; } .g img { width: 100%; height: 170px; object-fit: cover; }
.box { position: fixed; inset: 0; background: rgb(0 0 0 / 75%); display: grid; place-items: center; } .box img { max-width: 70vw; max-height: 70vh; width: auto; height: auto; }
.box button { position: absolute; top: 20px; right: 20px; font-size: 24px; }`,
  render: (p) =>
    html`<div class="g">${Array.from({ length: 10 }, (_, i) => (i % 5 === 4 ? p.covered() : p.under()))}</div><div class="box">${p.ai()}<button>×</button></div>`,
};
