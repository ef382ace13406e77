import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const growing: SpecimenPage = {
  id: 'growing',
  group: 'moving',
  title: { zh: '图标变成图片', en: 'An icon becomes a picture' },
  about: {
    zh: '16 像素的图标不读；按钮把它放大。页面上没有别的图片。',
    en: 'An icon of 16 pixels is not read; a button enlarges it. There is no other picture on the page.',
  },
  expect: { zh: '放大之后才读，才有标签。', en: 'It is read, and labelled, once it is large.' },
  scripts: ['growing.js'],
  render: (page) => {
    const labelled = ownFile('thumbs/labelled.jpg');
    const plain = ownFile('thumbs/plain-1.jpg');
    page.expect('#icon', labelled, { after: '#grow' });
    page.expect('#icon-plain', plain, { after: '#grow' });
    return html`<p class="tools"><button id="grow" type="button">${page.say({ zh: '放大', en: 'Enlarge' })}</button></p>
      <p><img id="icon" src="${mediaUrl(labelled)}?icon" alt="" width="16" height="16"> <img id="icon-plain" src="${mediaUrl(plain)}?icon" alt="" width="16" height="16"></p>`;
  },
};
