import { type MediaEntry, ownMedia } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

const SECTIONS = [
  { folder: 'gb/', title: { zh: 'GB 45438-2025 隐式标识', en: 'GB 45438-2025 implicit label' } },
  { folder: 'c2pa/', title: { zh: 'C2PA 内容凭证', en: 'C2PA Content Credentials' } },
  { folder: 'iptc/', title: { zh: 'IPTC 来源类型', en: 'IPTC digital source type' } },
  { folder: 'generator/', title: { zh: '生成工具留下的参数', en: 'Parameters left by generators' } },
  { folder: 'plain/', title: { zh: '没有标识', en: 'Without a label' } },
] as const;

export const gallery: SpecimenPage = {
  id: 'gallery',
  group: 'states',
  title: { zh: '全部状态', en: 'Every state' },
  about: {
    zh: '每一种标识、每一处存放位置各一张：JPEG、PNG、WebP，XMP、EXIF、文本块，以及内容凭证。',
    en: 'One picture for each kind of label and each place it is kept in: JPEG, PNG, WebP; XMP, EXIF, text chunks, credentials.',
  },
  expect: {
    zh: '每张图下方写明应出现的标识；最后一组不出现任何标识。',
    en: 'The caption under each picture says which label; the last group shows none.',
  },
  render: (page) => {
    const section = (title: string, entries: readonly MediaEntry[]) =>
      html`<section class="group"><h2>${title}</h2><div class="grid">${entries.map((entry) => page.figure(entry))}</div></section>`;
    return html`${SECTIONS.map(({ folder, title }) =>
      section(
        page.say(title),
        ownMedia().filter(({ file }) => file.startsWith(folder)),
      ),
    )}`;
  },
};
