import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const frames: SpecimenPage = {
  id: 'frames',
  group: 'ways',
  title: { zh: '框架', en: 'Frames' },
  about: {
    zh: '同源、跨站、srcdoc、沙箱（允许与不允许脚本）、由脚本写入的空白框架，以及后来插入的框架。',
    en: 'Same-origin, cross-site, srcdoc, sandboxed (with and without scripts), a blank one filled by script, and one put in later.',
  },
  expect: {
    zh: '每个框架左边的图有标签，右边的没有。',
    en: 'In every frame the left picture has a label, the right one none.',
  },
  scripts: ['frames.js'],
  render: (page) => {
    const labelled = mediaUrl(ownFile('gb/label-1-xmp-element.jpg'));
    const plain = mediaUrl(ownFile('plain/lake.jpg'));
    const inner = (id: string) =>
      `<img src="${labelled}?${id}" width="180" height="120" alt="${id}"> <img src="${plain}?${id}" width="180" height="120" alt="">`;
    const frame = (id: string, attributes: ReturnType<typeof html>) =>
      html`<figure><iframe id="${id}" width="400" height="140" ${attributes}></iframe><figcaption><b>${id}</b></figcaption></figure>`;
    const document = (id: string) => `/static/frame.html?${id}`;
    return html`<p class="tools"><button id="later" type="button">${page.say({ zh: '插入框架', en: 'Add a frame' })}</button>
      <button id="lead" type="button">${page.say({ zh: '让空白框架转到页面', en: 'Lead a blank frame to a page' })}</button></p>
      <div class="grid" id="frames">
      ${frame('same-origin', html`src="${document('same-origin')}"`)}
      ${frame('cross-site', html`src="${page.elsewhere(document('cross-site'))}"`)}
      ${frame('srcdoc', html`srcdoc="${inner('srcdoc')}"`)}
      ${frame('sandbox', html`sandbox src="${document('sandbox')}"`)}
      ${frame('sandbox-scripts', html`sandbox="allow-scripts" src="${document('sandbox-scripts')}"`)}
      ${frame('sandbox-srcdoc', html`sandbox srcdoc="${inner('sandbox-srcdoc')}"`)}
      ${frame('blank', html`data-inner="${inner('blank')}"`)}
      ${frame('led', html``)}
      </div>`;
  },
};
