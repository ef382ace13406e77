import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

const INNER = [
  'gb/label-1-xmp-element.jpg',
  'plain/lake.jpg',
  'gb/label-2-xmp.jpg',
  'gb/label-3-exif.jpg',
  'c2pa/created.jpg',
];
const STRIP = ['gb/label-1-xmp.webp', 'iptc/trained.jpg', 'plain/sea.webp', 'generator/forge.jpg'];
const LONG = ['gb/two-labels-equal.jpg', 'c2pa/edited.jpg', 'gb/key-variants.webp'];

export const scrolling: SpecimenPage = {
  id: 'scrolling',
  group: 'moving',
  title: { zh: '滚动', en: 'Scrolling' },
  about: {
    zh: '整页滚动、框内竖向滚动、横向滚动的一排图，以及吸附在顶部的图片。',
    en: 'The page scrolls, a box inside it scrolls, a strip scrolls sideways, and one picture sticks to the top.',
  },
  expect: {
    zh: '标识与图片一起移动；图片滚出框外时标识不留在框外。',
    en: 'Labels move with their pictures and do not stay outside the box they scroll in.',
  },
  render: (
    page,
  ) => html`<div class="beside"><div class="scroller" id="scroller" tabindex="0">${INNER.map((file) => page.figure(ownFile(file)))}</div>
    <div class="sticky">${page.figure(ownFile('gb/label-1-xmp-attribute.jpg'), { id: 'sticky' })}</div></div>
    <div class="strip" id="strip" tabindex="0">${STRIP.map((file) => page.picture(ownFile(file)))}</div>
    <div class="column">${LONG.map((file) => page.figure(ownFile(file)))}</div>`,
};
