import { type CorpusEntry, type CorpusVerdict, findCorpus } from '../../support/corpus/corpus';
import { type Html, html } from '../html';
import type { PageBuilder, SpecimenPage } from '../page';

/** Containers both browsers show in an `<img>`. */
const SHOWN = ['jpeg', 'png', 'webp', 'gif', 'avif', 'svg'];

const WORDS: Readonly<Record<CorpusVerdict, { readonly zh: string; readonly en: string }>> = {
  ai_confirmed: { zh: '属于', en: 'is AI' },
  ai_edited: { zh: '含 AI', en: 'contains AI' },
  declared: { zh: '可能为', en: 'may be' },
  suspected: { zh: '疑似', en: 'suspected' },
  none: { zh: '无陈述', en: 'no statement' },
  invalid: { zh: '标识或凭证有误', en: 'label or credential at fault' },
};

export const corpusPage: SpecimenPage = {
  id: 'corpus',
  group: 'states',
  title: { zh: '别人的真实文件', en: 'Other people’s files' },
  about: {
    zh: '由各家工具和服务写出的文件，从本机的样本文件夹原地读取，不属于本项目，也不随项目发布。',
    en: 'Files written by other tools and services, read in place from a folder of this machine; not part of the project and not shipped with it.',
  },
  expect: {
    zh: '说明里写的是样本清单给出的结论；同一文件允许有相近的答案，所以不逐张核对。',
    en: 'Captions give the verdict of the folder’s own list; neighbouring answers are allowed, so the page is not checked picture by picture.',
  },
  render: (page) => {
    const corpus = findCorpus();
    if (!corpus.found) return absent(page, corpus.reason);
    const shown = corpus.entries.filter(({ container }) => SHOWN.includes(container));
    return html`<div class="grid dense">${shown.map((entry) => figure(page, entry))}</div>`;
  },
};

function figure(page: PageBuilder, { file, verdict, source }: CorpusEntry): Html {
  const credit = source.made_with ?? source.credit ?? source.repo ?? '';
  return html`<figure><img src="/corpus/${file}" alt="${file}" loading="lazy">
    <figcaption><b class="path">${file}</b><span class="hint">${page.say(WORDS[verdict])} · ${credit}</span></figcaption></figure>`;
}

function absent(page: PageBuilder, reason: string): Html {
  return html`<div class="note"><p>${page.say({
    zh: '这台机器上没有样本文件夹，所以这一页是空的。其他页面都用本项目自己的图片，不受影响。',
    en: 'This machine has no folder of specimens, so this page is empty. All other pages use the project’s own pictures.',
  })}</p><p class="path">${reason}</p><p>${page.say({
    zh: '把文件夹放在仓库旁的 ../shared/fixtures/media，或用环境变量 BIANSHI_CORPUS 指明位置。',
    en: 'Put the folder beside the repository as ../shared/fixtures/media, or name it in the environment variable BIANSHI_CORPUS.',
  })}</p></div>`;
}
