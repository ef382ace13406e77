import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const addresses: SpecimenPage = {
  id: 'addresses',
  group: 'ways',
  title: { zh: 'blob: 与 data: 地址', en: 'blob: and data: addresses' },
  about: {
    zh: '由页面脚本生成的 blob: 地址和写在页面里的 data: 地址。',
    en: 'blob: addresses made by the page’s script, and data: addresses.',
  },
  expect: {
    zh: '带标识的有标签，看起来一样的没有。',
    en: 'The labelled ones have a label, their look-alikes none.',
  },
  scripts: ['addresses.js'],
  render: (page) => {
    const labelled = ownFile('gb/label-1-text.png');
    const plain = ownFile('plain/paper.png');
    const figure = (id: string, entry: typeof plain) => {
      page.expect(`#${id}`, entry);
      return html`<figure><img id="${id}" alt="" width="300" height="200" data-from="${mediaUrl(entry)}" data-as="${id.split('-')[0]}">
        <figcaption><b>${id}</b><span class="hint">${page.hint(entry, entry.badge)}</span></figcaption></figure>`;
    };
    return html`<div class="grid">${figure('blob', labelled)}${figure('blob-plain', plain)}${figure('data', labelled)}${figure('data-plain', plain)}</div>`;
  },
};
