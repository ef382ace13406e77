import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const recycled: SpecimenPage = {
  id: 'recycled',
  group: 'loading',
  title: { zh: '复用元素的无限列表', en: 'Endless list of recycled elements' },
  about: {
    zh: '同样八个 <img> 随滚动换成别的图片，地址栏也跟着变，像单页应用那样。',
    en: 'The same eight <img> show other pictures as the list scrolls, and the address changes along, as single-page applications do.',
  },
  expect: {
    zh: '每五张有一张带标识；标签只在带标识的图片上，不会留在换掉的元素上。',
    en: 'One in five is labelled; labels stand on labelled pictures only and never stay on an element that shows another.',
  },
  scripts: ['recycled.js'],
  render: () => {
    const labelled = ownFile('thumbs/labelled.jpg');
    const plain = ownFile('thumbs/plain-0.jpg');
    return html`<div id="list" data-labelled="${mediaUrl(labelled)}" data-plain="${mediaUrl(plain)}" style="position:relative;height:12000px"></div>`;
  },
};
