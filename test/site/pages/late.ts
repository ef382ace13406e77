import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const late: SpecimenPage = {
  id: 'late',
  group: 'loading',
  title: { zh: '后来插入与移走', en: 'Inserted and removed later' },
  about: {
    zh: '页面打开之后由脚本插入图片；按钮再插入一批，或者移走。',
    en: 'Pictures are put in by a script after the page has opened; buttons add more, or take them away.',
  },
  expect: {
    zh: '插入的图片也有标识；移走后标识不留在原地。',
    en: 'Added pictures are labelled too; no label stays behind when they go.',
  },
  scripts: ['late.js'],
  render: (page) => {
    const first = ownFile('gb/label-1-itxt-xmp.png');
    const more = ['gb/label-2-xmp.webp', 'plain/lake.jpg', 'c2pa/created.webp'].map(ownFile);
    page.expect('#late-0', first);
    for (const [index, entry] of more.entries()) page.expect(`#late-${index + 1}`, entry, { after: '#add' });
    return html`<p class="tools"><button id="add" type="button">${page.say({ zh: '插入三张', en: 'Add three' })}</button>
      <button id="remove" type="button">${page.say({ zh: '全部移走', en: 'Remove all' })}</button></p>
      <div class="grid" id="late" data-first="${mediaUrl(first)}" data-more="${more.map(mediaUrl).join(' ')}"></div>`;
  },
};
