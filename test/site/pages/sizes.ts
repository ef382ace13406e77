import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

const WIDTHS = [30, 48, 60, 64, 96, 140, 220, 320, 480, 720];
const HUGE = 1400;
/** Rendered 48 × 32 at most: an icon, which is not looked into (`MIN_SIDE_PX` in `lib/page/worth.ts`). */
const ICON = 48;

export const sizes: SpecimenPage = {
  id: 'sizes',
  group: 'moving',
  title: { zh: '从 30 到 1400 像素', en: 'From 30 to 1400 pixels' },
  about: {
    zh: '同一张图以不同大小显示，另有竖图、全景图和图标。',
    en: 'One picture at many sizes, then a tall one, a panorama and an icon.',
  },
  expect: {
    zh: '字高不低于最短边的 5%，并始终可读；窄图用短标识，极小的图只有图形。',
    en: 'Text of at least 5 % of the shortest side and always legible; short form on narrow pictures, glyph alone on tiny ones.',
  },
  render: (page) => {
    const landscape = ownFile('gb/label-1-xmp-element.jpg');
    const at = (width: number) =>
      page.figure(landscape, {
        id: `w${width}`,
        ...(width <= ICON ? { badge: null } : {}),
        src: `/media/${landscape.file}?w=${width}`,
        attributes: { width, height: Math.round((width * 2) / 3), style: `width:${width}px` },
        caption: { zh: `${width} 像素`, en: `${width} px` },
      });
    const narrow = page.figure(landscape, {
      id: 'narrow',
      src: `/media/${landscape.file}?narrow`,
      attributes: { width: 40, height: 60, style: 'width:40px;height:60px;object-fit:cover' },
      caption: { zh: '40 × 60 像素', en: '40 × 60 px' },
    });
    return html`<div class="sizes">${WIDTHS.map(at)}${narrow}</div>
      <div class="sizes">${page.figure(ownFile('shapes/icon.png'))}${page.figure(ownFile('thumbs/labelled.jpg'))}${page.figure(ownFile('shapes/tall.jpg'), { attributes: { style: 'width:280px' } })}</div>
      <div class="bleed">${page.figure(ownFile('shapes/panorama.jpg'))}</div>
      <div class="overflow">${at(HUGE)}</div>`;
  },
};
