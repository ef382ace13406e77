import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const dialogs: SpecimenPage = {
  id: 'dialogs',
  group: 'difficult',
  title: { zh: '对话框与全屏', en: 'Dialogs and full screen' },
  about: {
    zh: '模态对话框和全屏元素盖住页面上的一切，标识也要在它们上面。',
    en: 'A modal dialog or a full-screen element lies above everything on the page; labels must be above them.',
  },
  expect: {
    zh: '对话框里的图片也有看得见、点得到的标识。',
    en: 'The picture in the dialog has a label that can be seen and clicked.',
  },
  scripts: ['dialogs.js'],
  render: (page) => {
    const film = ownFile('players/film-labelled.mp4');
    page.expect('#film', film);
    return html`<p class="tools"><button id="open" type="button">${page.say({ zh: '打开对话框', en: 'Open the dialog' })}</button>
      <button id="full" type="button">${page.say({ zh: '全屏', en: 'Full screen' })}</button>
      <button id="full-film" type="button">${page.say({ zh: '视频全屏', en: 'Film in full screen' })}</button>
      <button id="pop" type="button" popovertarget="popover">${page.say({ zh: '弹层', en: 'Popover' })}</button></p>
    <div class="grid"><div id="screen">${page.figure(ownFile('gb/label-1-exif-usercomment.jpg'), { id: 'on-page' })}</div>
      <figure><video id="film" src="${mediaUrl(film)}" width="320" height="180" controls muted preload="metadata"></video></figure></div>
    <div id="popover" popover>${page.figure(ownFile('gb/label-3-exif.jpg'), { id: 'in-popover', badge: 'unstated' })}</div>
    <dialog id="dialog">${page.figure(ownFile('gb/label-2-xmp.webp'), { id: 'in-dialog', after: '#open' })}
      <form method="dialog"><button>${page.say({ zh: '关闭', en: 'Close' })}</button></form></dialog>`;
  },
};
