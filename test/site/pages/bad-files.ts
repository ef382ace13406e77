import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

const ROWS = [
  [
    'gb/label-1-xmp-element.jpg',
    '/octet',
    { zh: '类型写成 application/octet-stream', en: 'Content-Type application/octet-stream' },
  ],
  ['gb/label-1-text.png', '/mistyped', { zh: '类型写成另一种图片', en: 'Content-Type of another format' }],
  ['gb/label-2-xmp.jpg', '/slow', { zh: '服务器很慢', en: 'A slow server' }],
  ['gb/label-3-exif.jpg', '/norange', { zh: '服务器不支持分段读取', en: 'A server without ranges' }],
  [
    'broken/label-then-truncated.png',
    '',
    { zh: '标识完整，后面的像素不全', en: 'Whole label, pixels cut off' },
  ],
  ['broken/truncated.jpg', '', { zh: '下载到一半的 JPEG', en: 'A JPEG that ends early' }],
  ['broken/truncated.png', '', { zh: '下载到一半的 PNG', en: 'A PNG that ends halfway' }],
  ['broken/text-named.png', '', { zh: '名为 .png 的文本', en: 'Text named .png' }],
  ['gb/label-1-xmp-attribute.jpg', '/404', { zh: '404', en: '404' }],
] as const;

export const badFiles: SpecimenPage = {
  id: 'bad-files',
  group: 'difficult',
  title: { zh: '坏文件与坏服务器', en: 'Bad files and bad servers' },
  about: {
    zh: '截断的文件、写错的类型、很慢的服务器、不存在的地址。',
    en: 'Files cut short, wrong types, a slow server, an address that is not there.',
  },
  expect: {
    zh: '读得到标识的照常标；读不到的不画标识，弹出窗口另行计数。',
    en: 'What can be read is labelled; the rest has no label and is counted apart in the popup.',
  },
  render: (page) =>
    html`<div class="grid">${ROWS.map(([file, prefix, caption]) => {
      const entry = ownFile(file);
      const missing = prefix === '/404' ? ({ badge: null } as const) : {};
      return page.figure(entry, { src: prefix + mediaUrl(entry), caption, ...missing });
    })}</div>`,
};
