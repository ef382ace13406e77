import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const embedded: SpecimenPage = {
  id: 'embedded',
  group: 'ways',
  title: { zh: '按钮、object 与 embed', en: 'Buttons, object and embed' },
  about: {
    zh: '<input type=image>、<object> 与 <embed> 显示的图片，其中也有 SVG 文件。',
    en: 'Pictures shown by <input type=image>, <object> and <embed>, SVG files among them.',
  },
  expect: {
    zh: '带标识的有标签，看起来一样的没有。',
    en: 'The labelled ones have a label, their look-alikes none.',
  },
  render: (page) => {
    const labelled = ownFile('gb/label-2-xmp.jpg');
    const plain = ownFile('plain/lake.jpg');
    const drawing = ownFile('players/drawing-labelled.svg');
    const drawingPlain = ownFile('players/drawing-plain.svg');
    const shown = (id: string, entry: typeof plain, make: (url: string) => ReturnType<typeof html>) => {
      page.expect(`#${id}`, entry);
      return html`<figure>${make(`${mediaUrl(entry)}?${id}`)}
        <figcaption><b>${id}</b><span class="hint">${page.hint(entry, entry.badge)}</span></figcaption></figure>`;
    };
    const input = (id: string) => (url: string) =>
      html`<input id="${id}" type="image" src="${url}" alt="" width="300" height="200">`;
    const object = (id: string) => (url: string) =>
      html`<object id="${id}" data="${url}" width="300" height="200"></object>`;
    const embed = (id: string) => (url: string) =>
      html`<embed id="${id}" src="${url}" width="300" height="200">`;
    return html`<div class="grid">
      ${shown('input', labelled, input('input'))}${shown('input-plain', plain, input('input-plain'))}
      ${shown('object', labelled, object('object'))}${shown('object-plain', plain, object('object-plain'))}
      ${shown('embed', labelled, embed('embed'))}${shown('embed-plain', plain, embed('embed-plain'))}
      ${shown('object-svg', drawing, object('object-svg'))}${shown('object-svg-plain', drawingPlain, object('object-svg-plain'))}
      ${shown('embed-svg', drawing, embed('embed-svg'))}${shown('embed-svg-plain', drawingPlain, embed('embed-svg-plain'))}</div>`;
  },
};
