import { ownMedia } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

export const nothing: SpecimenPage = {
  id: 'nothing',
  group: 'states',
  title: { zh: '什么标识都没有', en: 'Nothing labelled' },
  about: { zh: '这一页的图片都没有写明来源。', en: 'No picture on this page states where it comes from.' },
  expect: {
    zh: '页面上没有标识；弹出窗口写“未发现标识（不等于不是AI）”。',
    en: 'No label on the page; the popup says that none was found, which does not mean not AI.',
  },
  render: (page) =>
    html`<div class="grid">${ownMedia()
      .filter(({ file }) => file.startsWith('plain/'))
      .map((entry) => page.figure(entry))}</div>`,
};
