import { ownFile } from '../../support/corpus/own-media';
import { type Html, html } from '../html';
import { mediaUrl } from '../page';
import type { LayoutPage, Pictures } from './layout-page';

function film(p: Pictures): Html {
  const entry = ownFile('players/film-labelled.mp4');
  p.page.expect('#film', entry);
  return html`<video id="film" src="${mediaUrl(entry)}" controls muted preload="metadata"></video>`;
}

export const videoSite: LayoutPage = {
  id: 'video-site',
  title: 'Video site',
  css: `.g { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; padding: 20px; } .v { position: relative; } .v img { width: 100%; height: 160px; object-fit: cover; border-radius: 10px; } .v .d { position: absolute; right: 8px; bottom: 8px; background: rgb(0 0 0 / 80%); color: #fff; font-size: 12px; padding: 1px 4px; border-radius: 4px; } .v .bar { position: absolute; left: 0; bottom: 0; width: 40%; height: 4px; background: red; } .pl { padding: 20px 20px 0; } video { width: 640px; height: 360px; background: #000; }`,
  render: (p) =>
    html`<div class="pl">${film(p)}</div><div class="g">${p.run(8, 3, (picture) => html`<div><a class="v" style="display:block" href="#v">${picture}<span class="d">12:34</span><span class="bar"></span></a><p>视频标题</p></div>`)}</div>`,
};
