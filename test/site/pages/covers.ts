import { ownFile } from '../../support/corpus/own-media';
import { type Html, html } from '../html';
import type { SpecimenPage } from '../page';

const SPACER = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

export const covers: SpecimenPage = {
  id: 'covers',
  group: 'difficult',
  title: { zh: '被盖住的图片', en: 'Covered pictures' },
  about: {
    zh: '链接、渐变、透明图、另一张图片、面板、横幅和灯箱盖在图片上面。',
    en: 'Links, gradients, spacers, other pictures, panels, a banner and a lightbox lie over pictures.',
  },
  expect: {
    zh: '看得见的图片有标识；标识不画在盖住图片的东西上面。',
    en: 'Pictures that can be seen have labels; no label is drawn on what covers its picture.',
  },
  scripts: ['covers.js'],
  styles: ['covers.css'],
  render: (page) => {
    const labelled = ownFile('gb/label-1-xmp-element.jpg');
    const plain = ownFile('plain/lake.jpg');
    const card = (id: string, over: Html, badge?: null) => {
      const picture = page.picture(labelled, { id, ...(badge === null ? { badge } : {}) });
      return html`<figure><div class="covered">${picture}${over}</div><figcaption>${id}</figcaption></figure>`;
    };
    return html`<p class="tools"><button id="banner" type="button">${page.say({ zh: '横幅', en: 'Banner' })}</button>
      <button id="light" type="button">${page.say({ zh: '灯箱', en: 'Lightbox' })}</button>
      <button id="slide" type="button">${page.say({ zh: '换一张', en: 'Next slide' })}</button></p>
    <div class="grid">
      ${card('under-link', html`<a class="whole" href="#followed" aria-label="link"></a>`)}
      ${card('under-scrim', html`<div class="scrim"><p>${page.say({ zh: '图片上的标题', en: 'A title on the picture' })}</p></div>`)}
      ${card('under-tint', html`<div class="whole tint"></div>`)}
      ${card('under-spacer', html`<img class="whole" src="${SPACER}" alt="">`)}
      ${card('under-faded', html`<div class="whole panel faded"></div>`)}
      ${card('under-half', html`<div class="half panel"></div>`)}
      ${card('under-panel', html`<div class="wide panel"></div>`, null)}
      ${card('under-picture', html`<img class="whole" src="/media/${plain.file}" alt="">`, null)}
      <figure><div class="covered" id="deck">${page.picture(labelled, { id: 'first', badge: 'unstated' })}${page.picture(plain, { id: 'second', badge: 'unstated', attributes: { class: 'whole behind' } })}</div><figcaption>deck</figcaption></figure>
      <figure><div class="covered">${page.picture(labelled, { id: 'no-pointer', attributes: { class: 'no-pointer' } })}</div><figcaption>no-pointer</figcaption></figure>
    </div>
    <div class="space"></div>`;
  },
};
