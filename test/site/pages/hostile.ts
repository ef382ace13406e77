import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

const FILES = [
  'hostile/html-in-prompt.png',
  'gb/label-1-xmp-element.jpg',
  'gb/label-2-xmp.jpg',
  'plain/lake.jpg',
];

export const hostile: SpecimenPage = {
  id: 'hostile',
  group: 'difficult',
  title: { zh: '不友好的页面', en: 'A hostile page' },
  about: {
    zh: '这一页有霸道的样式，按钮会反复移走外来元素，图片的提示词里有 HTML 和脚本。',
    en: 'Overbearing styles, a button that keeps removing foreign elements, and HTML and script inside a prompt.',
  },
  expect: {
    zh: '标识照常可读；被移走后会回来，或者页面被认定在清除标识；提示词只当文字显示。',
    en: 'Labels stay legible; they come back after removal; the prompt is only ever text.',
  },
  scripts: ['hostile.js'],
  styles: ['hostile.css'],
  render: (
    page,
  ) => html`<p class="tools"><button id="sweep" type="button">${page.say({ zh: '移走外来元素', en: 'Remove foreign elements' })}</button>
      <output id="removed">0</output></p>
    <div class="grid">${FILES.map((file) => page.figure(ownFile(file)))}</div>`,
};
