import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

export const layoutShift: SpecimenPage = {
  id: 'layout-shift',
  group: 'moving',
  title: { zh: '上方内容变长', en: 'Content grows above' },
  about: {
    zh: '按钮在图片上方插入一段文字，图片被推下去。',
    en: 'A button puts text above the pictures and pushes them down.',
  },
  expect: { zh: '标识跟着图片下移，没有一帧留在原处。', en: 'Labels move down with their pictures.' },
  scripts: ['shift.js'],
  render: (
    page,
  ) => html`<p class="tools"><button id="grow" type="button">${page.say({ zh: '上方加一段', en: 'Grow above' })}</button>
    <button id="shrink" type="button">${page.say({ zh: '收回', en: 'Take back' })}</button></p>
    <div id="above"></div>
    <details id="fold"><summary>${page.say({ zh: '展开这一节', en: 'Unfold' })}</summary><div class="filler"></div></details>
    <div class="grid">${['gb/label-1-xmp-element.jpg', 'plain/lake.jpg', 'gb/label-3-exif.jpg'].map((file) => page.figure(ownFile(file)))}</div>`,
};
