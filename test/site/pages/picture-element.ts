import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const pictureElement: SpecimenPage = {
  id: 'picture',
  group: 'loading',
  title: { zh: 'picture 元素', en: 'The picture element' },
  about: {
    zh: '<source> 决定显示哪个文件，<img> 自己的 src 只是备用。',
    en: 'A <source> decides which file is shown; the <img>’s own src is only the fallback.',
  },
  expect: {
    zh: '第一张用 WebP（有标识），备用的 JPEG 没有；第二张的 <source> 条件不成立，用备用文件。',
    en: 'The first shows a labelled WebP over an unlabelled JPEG; the second’s source does not apply, so its fallback is shown.',
  },
  render: (page) => {
    const webp = ownFile('gb/label-1-xmp.webp');
    const plain = ownFile('plain/lake.jpg');
    const declared = ownFile('gb/label-2-xmp.jpg');
    const first = page.picture(webp, { src: mediaUrl(plain), id: 'by-type' });
    const second = page.picture(declared, { id: 'fallback' });
    return html`<div class="grid">
      <figure><picture><source type="image/webp" srcset="${mediaUrl(webp)}">${first}</picture>
        <figcaption><b>type="image/webp"</b><span class="hint">${page.hint(webp, webp.badge)}</span></figcaption></figure>
      <figure><picture><source media="(max-width: 1px)" srcset="${mediaUrl(plain)}">${second}</picture>
        <figcaption><b>media="(max-width: 1px)"</b><span class="hint">${page.hint(declared, declared.badge)}</span></figcaption></figure>
    </div>`;
  },
};
