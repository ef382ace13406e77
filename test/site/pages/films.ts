import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const films: SpecimenPage = {
  id: 'films',
  group: 'ways',
  title: { zh: '视频与封面', en: 'Films and posters' },
  about: {
    zh: '<video src>、<source>、preload=none、blob: 地址，以及封面图片；只按片段读取。',
    en: '<video src>, <source>, preload=none, blob: addresses, and posters; read in ranges only.',
  },
  expect: {
    zh: '带标识的视频和封面有标签；播放之后封面的标签消失。',
    en: 'Labelled films and posters have a label; that of a poster goes once the film plays.',
  },
  scripts: ['films.js'],
  render: (page) => {
    const labelled = ownFile('players/film-labelled.mp4');
    const plain = ownFile('players/film-plain.mp4');
    const still = ownFile('gb/label-2-xmp.jpg');
    const stillPlain = ownFile('plain/lake.jpg');
    const film = (id: string, entry: typeof plain, inner: ReturnType<typeof html>) => {
      page.expect(`#${id}`, entry);
      return html`<figure>${inner}<figcaption><b>${id}</b><span class="hint">${page.hint(entry, entry.badge)}</span></figcaption></figure>`;
    };
    const size = html`width="320" height="180" controls muted`;
    const by = (id: string, entry: typeof plain) =>
      film(
        id,
        entry,
        html`<video id="${id}" src="${mediaUrl(entry)}?${id}" preload="metadata" ${size}></video>`,
      );
    const source = (id: string, entry: typeof plain) =>
      film(
        id,
        entry,
        html`<video id="${id}" preload="metadata" ${size}><source src="${mediaUrl(entry)}?${id}" type="video/mp4"></video>`,
      );
    const waiting = (id: string, entry: typeof plain) =>
      film(id, entry, html`<video id="${id}" src="${mediaUrl(entry)}?${id}" preload="none" ${size}></video>`);
    const blob = (id: string, entry: typeof plain) =>
      film(id, entry, html`<video id="${id}" data-from="${mediaUrl(entry)}" ${size}></video>`);
    const poster = (id: string, entry: typeof plain) =>
      film(
        id,
        entry,
        html`<video id="${id}" src="${mediaUrl(plain)}?${id}" poster="${mediaUrl(entry)}?${id}" preload="none" ${size}></video>`,
      );
    const pairs = [by, source, waiting, blob] as const;
    const names = ['src', 'source', 'none', 'blob'] as const;
    return html`<div class="grid">${pairs.flatMap((make, index) => [make(names[index] ?? '', labelled), make(`${names[index]}-plain`, plain)])}
      ${poster('poster', still)}${poster('poster-plain', stillPlain)}</div>`;
  },
};
