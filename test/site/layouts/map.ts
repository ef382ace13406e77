import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const map: LayoutPage = {
  id: 'map',
  title: 'Map tiles',
  css: `.map { position: relative; width: 1024px; height: 600px; overflow: hidden; margin: 20px auto; } .map .t { position: absolute; width: 256px; height: 256px; object-fit: cover; max-width: none; transform: translate3d(var(--x), var(--y), 0); } .ctl { position: absolute; z-index: 3; top: 10px; left: 10px; display: grid; } .ctl button { width: 30px; height: 30px; } .pop { position: absolute; z-index: 2; left: 420px; top: 120px; width: 240px; padding: 8px; background: #fff; box-shadow: 0 2px 8px #0006; } .pop img { width: 100%; height: auto; }`,
  render: (p) =>
    html`<div class="map">${Array.from({ length: 12 }, (_, i) => p.under('t', `--x:${(i % 4) * 256}px;--y:${Math.floor(i / 4) * 256}px`))}<div class="ctl"><button>+</button><button>−</button></div><div class="pop">${p.ai()}某地</div></div>`,
};
