import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const crossSite: SpecimenPage = {
  id: 'cross-site',
  group: 'loading',
  title: { zh: '来自别的网站的图片', en: 'Pictures from another site' },
  about: {
    zh: '图片放在另一个主机上：不许跨站读取、允许跨站读取、不许缓存、只准本站引用、不支持分段读取。',
    en: 'Pictures on another host: without CORS, with CORS, not cacheable, guarded against hot-linking, without ranges.',
  },
  expect: { zh: '每一张都有标识。', en: 'Each is labelled.' },
  render: (page) => {
    const rows = [
      ['gb/label-1-xmp-element.jpg', '', {}, { zh: '没有 CORS', en: 'No CORS' }],
      ['gb/label-1-xmp.webp', '/cors', { crossorigin: 'anonymous' }, { zh: '有 CORS', en: 'CORS' }],
      [
        'gb/label-2-xmp.jpg',
        '/cors',
        {},
        { zh: '服务器允许 CORS，页面没有要求', en: 'CORS allowed, not asked for' },
      ],
      ['gb/label-1-text.png', '/nostore', {}, { zh: '不许缓存', en: 'no-store' }],
      ['gb/label-3-exif.jpg', '/hotlink', {}, { zh: '只准本站引用', en: 'Hot-link guard' }],
      ['gb/label-3-xmp.png', '/norange', {}, { zh: '不支持分段读取', en: 'No ranges' }],
      ['plain/sea.webp', '', {}, { zh: '没有标识', en: 'Without a label' }],
    ] as const;
    return html`<div class="grid">${rows.map(([file, prefix, attributes, caption]) => {
      const entry = ownFile(file);
      return page.figure(entry, { src: page.elsewhere(prefix + mediaUrl(entry)), attributes, caption });
    })}</div>`;
  },
};
