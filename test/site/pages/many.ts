import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

const PICTURES = 200;
const ONE_IN = 20;
const PLAIN_THUMBNAILS = 10;

export const many: SpecimenPage = {
  id: 'many',
  group: 'moving',
  title: { zh: '两百张图', en: 'Two hundred pictures' },
  about: {
    zh: '两百个不同的地址，每二十张里有一张带标识。',
    en: 'Two hundred different addresses, one in twenty labelled.',
  },
  expect: { zh: '十张有标识，页面不卡顿。', en: 'Ten labels, and the page stays smooth.' },
  render: (page) => {
    const entryAt = (index: number) => {
      if (index % ONE_IN !== 7) return ownFile(`thumbs/plain-${index % PLAIN_THUMBNAILS}.jpg`);
      return ownFile(index % (2 * ONE_IN) === 7 ? 'thumbs/labelled.jpg' : 'thumbs/labelled-3.jpg');
    };
    const pictures = Array.from({ length: PICTURES }, (_, index) => {
      const entry = entryAt(index);
      return page.picture(entry, { src: `${mediaUrl(entry)}?n=${index}`, id: `n${index}` });
    });
    return html`<div class="thumbs">${pictures}</div>`;
  },
};
