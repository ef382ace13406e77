import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const sounds: SpecimenPage = {
  id: 'sounds',
  group: 'ways',
  title: { zh: '音频', en: 'Sounds' },
  about: { zh: '<audio controls>，由 src 或 <source> 给出。', en: '<audio controls>, by src or <source>.' },
  expect: {
    zh: '带标识的音频，标签在播放器旁边。',
    en: 'The label of a labelled sound stands beside its player.',
  },
  render: (page) => {
    const labelled = ownFile('players/sound-labelled.mp3');
    const plain = ownFile('players/sound-plain.mp3');
    const sound = (id: string, entry: typeof plain, inner: ReturnType<typeof html>) => {
      // The label is not on the player: the row around both is what it has to stand in.
      page.expect(`#${id}`, entry);
      return html`<p id="${id}" class="row" style="height:60px;width:640px">${inner}</p>`;
    };
    const by = (entry: typeof plain, query: string) =>
      html`<audio controls preload="none" src="${mediaUrl(entry)}?${query}"></audio>`;
    const source = (entry: typeof plain) =>
      html`<audio controls preload="none"><source src="${mediaUrl(entry)}?source" type="audio/mpeg"></audio>`;
    return html`${sound('src', labelled, by(labelled, 'src'))}${sound('src-plain', plain, by(plain, 'src'))}
      ${sound('source', labelled, source(labelled))}${sound('source-plain', plain, source(plain))}`;
  },
};
