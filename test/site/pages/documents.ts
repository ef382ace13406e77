import { DOCUMENT_TYPES } from '../documents';
import { html } from '../html';
import type { SpecimenPage } from '../page';

export const documents: SpecimenPage = {
  id: 'documents',
  group: 'difficult',
  title: { zh: '文档', en: 'Documents' },
  about: {
    zh: '带标识与不带标识的文档链接；用右键菜单检查。',
    en: 'Links to documents with and without a label; checked by the context menu.',
  },
  expect: {
    zh: '页面上没有标签；检查页写明带标识的那一份属于 AI 生成。',
    en: 'No label on the page; the Inspect page says of the labelled ones that they are AI-generated.',
  },
  render: () =>
    html`<ul>${DOCUMENT_TYPES.flatMap((end) =>
      ['labelled', 'plain'].map(
        (name) => html`<li><a href="/documents/${name}.${end}">${name}.${end}</a></li>`,
      ),
    )}</ul>`,
};
