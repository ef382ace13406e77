import { html } from '../html';
import { type LayoutPage, lines } from './layout-page';

export const blog: LayoutPage = {
  id: 'blog',
  title: 'Blog with a sticky header',
  css: `header { position: sticky; top: 0; height: 64px; background: rgb(255 255 255 / 90%); backdrop-filter: blur(8px); border-bottom: 1px solid #eee; z-index: 5; padding: 0 30px; line-height: 64px; } main { max-width: 720px; margin: auto; } main img { width: 100%; height: auto; } .hero { height: 360px; }`,
  render: (p) =>
    html`<header><b>博客</b></header><main>${lines(2)}${p.ai()}${lines(4)}${p.plain()}${lines(4)}${p.ai()}${lines(12)}</main>`,
};
