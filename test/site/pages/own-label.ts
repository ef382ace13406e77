import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

export const ownLabel: SpecimenPage = {
  id: 'own-label',
  group: 'difficult',
  title: { zh: '网站自己已有标识', en: 'The site shows its own label' },
  about: {
    zh: '图片的左上角或右上角已有网站自己的标识或按钮。',
    en: 'The site already has a label or a control in a corner of the picture.',
  },
  expect: {
    zh: '网站自己的标识不被遮住、不被改动。',
    en: 'The site’s own label is neither covered nor changed.',
  },
  scripts: ['own-label.js'],
  render: (page) => html`<div class="grid">
      <div class="site-label">${page.figure(ownFile('gb/label-1-xmp-element.jpg'), { id: 'with-label' })}<span id="site-label">${page.say({ zh: '内容由AI生成', en: 'AI-generated content' })}</span></div>
      <div class="site-label end">${page.figure(ownFile('gb/label-3-exif.jpg'), { id: 'with-control' })}<button id="site-control" type="button" aria-label="${page.say({ zh: '收藏', en: 'Save' })}">♡</button></div>
      <div class="site-label">${page.figure(ownFile('gb/label-2-xmp.jpg'), { id: 'with-passive-label' })}<span id="passive-label" style="pointer-events:none">AI ${page.say({ zh: '合成', en: 'generated' })}</span></div>
      <div class="drawn-label">${page.figure(ownFile('gb/label-2-xmp.webp'), { id: 'with-drawn-label' })}</div>
      <div class="site-label" id="with-shadow">${page.figure(ownFile('gb/label-1-xmp.webp'), { id: 'with-shadow-label' })}<span id="shadow-label"></span></div>
      <div class="site-label">${page.figure(ownFile('gb/label-1-xmp-attribute.jpg'), { id: 'with-nothing' })}</div>
    </div>`,
};
