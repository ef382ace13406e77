import { html } from '../html';
import type { LayoutPage } from './layout-page';

export const carousel: LayoutPage = {
  id: 'carousel',
  title: 'Carousel',
  css: `.c { position: relative; width: 900px; height: 380px; margin: 30px auto; overflow: hidden; } .c .tr { display: flex; transform: translateX(-900px); } .c img { flex: none; width: 900px; height: 380px; object-fit: cover; max-width: none; } .c button { position: absolute; top: 50%; width: 44px; height: 44px; border-radius: 50%; } .dots { position: absolute; bottom: 10px; left: 50%; } .dots i { display: inline-block; width: 10px; height: 10px; border-radius: 50%; background: #fff; }
.fan { position: relative; height: 240px; width: 700px; margin: auto; } .fan img { position: absolute; width: 300px; height: 200px; object-fit: cover; }`,
  render: (
    p,
  ) => html`<div class="c"><div class="tr">${p.plain()}${p.ai()}${p.plain()}</div><button style="left:10px">‹</button><button style="right:10px">›</button><div class="dots"><i></i> <i></i> <i></i></div></div>
<div class="fan">${p.covered('', 'left:130px;top:20px;z-index:1')}${p.ai('', 'left:330px;top:20px;z-index:1')}${p.plain('', 'left:110px;top:0;z-index:2;width:340px;height:240px')}</div>`,
};
