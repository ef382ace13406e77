import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

/** One transparent pixel: what script loaders put in `src` until the picture comes near. */
const PLACEHOLDER = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

export const lazy: SpecimenPage = {
  id: 'lazy',
  group: 'loading',
  title: { zh: '延迟加载', en: 'Lazy loading' },
  about: {
    zh: '上面几张用 loading="lazy"，下面几张先放一个 data: 占位图，滚动到附近才由脚本换上真正的地址。',
    en: 'Some use loading="lazy"; others hold a data: placeholder until a script sets the address when they come near.',
  },
  expect: {
    zh: '向下滚动，图片出现时标识随之出现；占位图上没有标识。',
    en: 'Scroll down: labels come with the pictures; the placeholder has none.',
  },
  scripts: ['lazy.js'],
  render: (page) => {
    const native = ['gb/label-1-xmp-attribute.jpg', 'plain/sea.webp', 'gb/label-3-xmp.png'].map(ownFile);
    const scripted = ['gb/label-2-xmp.webp', 'plain/paper.png', 'generator/a1111.png'].map(ownFile);
    return html`<div class="tall-gap"><p>${page.say({ zh: '向下滚动', en: 'Scroll down' })} ↓</p></div>
      <div class="column">${native.map((entry) => page.figure(entry, { attributes: { loading: 'lazy' } }))}</div>
      <div class="tall-gap"></div>
      <div class="column">${scripted.map((entry) =>
        page.figure(entry, { src: PLACEHOLDER, attributes: { 'data-src': mediaUrl(entry) } }),
      )}</div>`;
  },
};
