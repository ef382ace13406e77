import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const credentials: SpecimenPage = {
  id: 'credentials',
  group: 'states',
  title: { zh: '核验内容凭证', en: 'Credentials being checked' },
  about: {
    zh: '带内容凭证的图片：完好的、签名之后改过的、AI 声明只在上一版本里的；有的放在另一个主机上，或只在内存里。',
    en: 'Pictures with Content Credentials: intact, changed after signing, AI stated by a parent only; some on another host, or in memory only.',
  },
  expect: {
    zh: '标识立刻出现，圆点闪动表示正在核验；核验之后在原处更新。',
    en: 'Labels come at once; a moving dot says that the credential is being checked. Then they change where they are.',
  },
  render: (page) => {
    const rows = [
      ['created', 'c2pa/created.jpg', 'here', { zh: '同一主机', en: 'This host' }],
      ['parent', 'c2pa/ai-in-parent.jpg', 'here', { zh: '声明在上一版本里', en: 'Stated by its parent' }],
      ['tampered', 'c2pa/tampered.jpg', 'here', { zh: '签名之后改过', en: 'Changed after signing' }],
      ['elsewhere', 'c2pa/created.png', 'there', { zh: '另一主机', en: 'Another host' }],
      [
        'component',
        'c2pa/ai-component.jpg',
        'here',
        { zh: '人工作品里的 AI 元素', en: 'AI element in a work by hand' },
      ],
      ['capture', 'c2pa/capture.jpg', 'here', { zh: '相机拍摄', en: 'Taken by a camera' }],
      ['signature', 'c2pa/broken-signature.jpg', 'here', { zh: '签名不符', en: 'Signature broken' }],
      ['stores', 'c2pa/two-stores.jpg', 'here', { zh: '两份凭证', en: 'Two stores' }],
      ['remote', 'c2pa/elsewhere.jpg', 'here', { zh: '凭证存放在别处', en: 'Credential stored elsewhere' }],
    ] as const;
    return html`<div class="grid">${rows.map(([id, file, host, caption]) => {
      const entry = ownFile(file);
      const src = host === 'there' ? page.elsewhere(mediaUrl(entry)) : mediaUrl(entry);
      return page.figure(entry, { id, src, caption });
    })}</div>`;
  },
};
