import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

export const motion: SpecimenPage = {
  id: 'motion',
  group: 'moving',
  title: { zh: '过渡、改变尺寸与轮播', en: 'Transitions, resizing and a carousel' },
  about: {
    zh: '图片平移放大、隐去再出现、被拖动改变宽度，或在轮播里换位。',
    en: 'Pictures glide and grow, fade out and in, are resized, or change places in a carousel.',
  },
  expect: {
    zh: '标识停在图片的角上，大小随图片变化；图片隐去时标识也不在。',
    en: 'Labels stay at the corner and follow the size; a hidden picture has none.',
  },
  scripts: ['motion.js'],
  render: (
    page,
  ) => html`<p class="tools"><button id="move" type="button">${page.say({ zh: '移动', en: 'Move' })}</button>
      <button id="hide" type="button">${page.say({ zh: '隐去／显示', en: 'Hide or show' })}</button>
      <button id="next" type="button">${page.say({ zh: '轮播下一张', en: 'Next slide' })}</button>
      <label>${page.say({ zh: '宽度', en: 'Width' })} <input id="width" type="range" min="40" max="560" value="360"></label></p>
    <div class="grid">
      <div class="stage">${page.figure(ownFile('gb/label-1-xmp-attribute.jpg'), { id: 'moving' })}</div>
      <div class="stage">${page.figure(ownFile('gb/label-2-xmp.jpg'), { id: 'fading' })}</div>
    </div>
    <div class="resizable">${page.picture(ownFile('gb/label-3-exif.jpg'), { id: 'resizing' })}</div>
    <div class="carousel"><div class="slides" id="slides">
      ${page.picture(ownFile('gb/label-1-xmp.webp'), { id: 'slide-1' })}${page.picture(ownFile('plain/sea.webp'), { id: 'slide-2', badge: 'unstated' })}${page.picture(ownFile('generator/forge.jpg'), { id: 'slide-3', badge: 'unstated' })}
    </div></div>`,
};
