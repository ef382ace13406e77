import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const svgPictures: SpecimenPage = {
  id: 'svg',
  group: 'ways',
  title: { zh: 'SVG：图中之图与 SVG 文件', en: 'SVG: pictures inside, and SVG files' },
  about: {
    zh: '内联 SVG 里的 <image>（href 与 xlink:href），以及用 <img> 显示的 SVG 文件。',
    en: '<image> in inline SVG (href and xlink:href), and SVG files shown by <img>.',
  },
  expect: {
    zh: '带标识的有标签，看起来一样的没有。',
    en: 'The labelled ones have a label, their look-alikes none.',
  },
  render: (page) => {
    const labelled = ownFile('gb/label-1-xmp-element.jpg');
    const plain = ownFile('plain/lake.jpg');
    const inside = (id: string, entry: typeof plain, attribute: string) => {
      page.expect(`#${id}`, entry);
      return html`<figure><svg viewBox="0 0 300 200" width="300" height="200"><image id="${id}" ${attribute}="${mediaUrl(entry)}?${id}" x="10" y="10" width="280" height="180"/></svg>
        <figcaption><b>${attribute}</b><span class="hint">${page.hint(entry, entry.badge)}</span></figcaption></figure>`;
    };
    return html`<div class="grid">
      ${inside('href', labelled, 'href')}${inside('href-plain', plain, 'href')}
      ${inside('xlink', labelled, 'xlink:href')}${inside('xlink-plain', plain, 'xlink:href')}
      ${page.figure(ownFile('players/drawing-labelled.svg'), { id: 'file' })}
      ${page.figure(ownFile('players/drawing-plain.svg'), { id: 'file-plain' })}</div>`;
  },
};
