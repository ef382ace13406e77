import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const shadow: SpecimenPage = {
  id: 'shadow',
  group: 'ways',
  title: { zh: '影子树', en: 'Shadow trees' },
  about: {
    zh: '开放、关闭、嵌套的影子树里的图片，以及后来才附上的影子树和后来才插入的图片。',
    en: 'Pictures in open, closed and nested shadow trees, in one attached later, and one put in later.',
  },
  expect: {
    zh: '带标识的有标签，看起来一样的没有。',
    en: 'The labelled ones have a label, their look-alikes none.',
  },
  scripts: ['shadow.js'],
  render: (page) => {
    const labelled = ownFile('gb/label-1-xmp-element.jpg');
    const plain = ownFile('plain/lake.jpg');
    const host = (id: string, entry: typeof plain, after?: string) => {
      page.expect(`#${id}`, entry, after === undefined ? {} : { after });
      return html`<figure><div id="${id}" data-shadow="${id.replace('-plain', '')}" data-from="${mediaUrl(entry)}?${id}" style="height:200px"></div>
        <figcaption><b>${id}</b><span class="hint">${page.hint(entry, entry.badge)}</span></figcaption></figure>`;
    };
    const pair = (id: string, after?: string) => [
      host(id, labelled, after),
      host(`${id}-plain`, plain, after),
    ];
    return html`<p class="tools"><button id="attach" type="button">${page.say({ zh: '后来的', en: 'Later' })}</button></p>
      <div class="grid">${pair('open')}${pair('closed')}${pair('nested')}${pair('late', '#attach')}${pair('inserted', '#attach')}</div>`;
  },
};
