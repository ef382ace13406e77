import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const backgrounds: SpecimenPage = {
  id: 'backgrounds',
  group: 'ways',
  title: { zh: 'CSS 背景', en: 'CSS backgrounds' },
  about: {
    zh: '背景图：样式属性与样式表、多层、image-set、::before 与 ::after、data: 地址、由脚本加上的类。',
    en: 'Backgrounds: by style attribute and by sheet, in layers, image-set, ::before and ::after, data: addresses, a class added by script.',
  },
  expect: {
    zh: '带标识的有标签，看起来一样的没有；很小的图标不读。',
    en: 'The labelled ones have a label, their look-alikes none; small icons are not read.',
  },
  styles: ['backgrounds.css'],
  scripts: ['backgrounds.js'],
  render: (page) => {
    const labelled = ownFile('gb/label-1-xmp-element.jpg');
    const plain = ownFile('plain/lake.jpg');
    const box = (
      id: string,
      entry: typeof plain,
      attributes: Readonly<Record<string, string>> = {},
      after?: string,
    ) => {
      page.expect(`#${id}`, entry, after === undefined ? {} : { after });
      return html`<figure><div id="${id}" class="ground"${Object.entries(attributes).map(([name, value]) => html` ${name}="${value}"`)}></div>
        <figcaption><b>${id}</b><span class="hint">${page.hint(entry, entry.badge)}</span></figcaption></figure>`;
    };
    const own = (entry: typeof plain, query: string) => `background-image:url("${mediaUrl(entry)}?${query}")`;
    const data = (id: string, entry: typeof plain) => box(id, entry, { 'data-from': mediaUrl(entry) });
    return html`<p class="tools"><button id="dress" type="button">${page.say({ zh: '加上类', en: 'Add the class' })}</button></p>
      <div class="grid">
      ${box('own', labelled, { style: own(labelled, 'own') })}${box('own-plain', plain, { style: own(plain, 'own') })}
      ${box('sheet', labelled)}${box('sheet-plain', plain)}
      ${box('layers', labelled)}${box('layers-plain', plain)}
      ${box('set', labelled)}${box('set-plain', plain)}
      ${box('before', labelled)}${box('before-plain', plain)}
      ${box('after', labelled)}${box('after-plain', plain)}
      ${data('data', labelled)}${data('data-plain', plain)}
      ${box('dressed', labelled, {}, '#dress')}${box('dressed-plain', plain, {}, '#dress')}
      </div>`;
  },
};
