import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

export const swapped: SpecimenPage = {
  id: 'swapped',
  group: 'loading',
  title: { zh: '图片后来换掉', en: 'The source is swapped later' },
  about: {
    zh: '同一个 <img> 先后显示不同的文件：按钮换一次，或者在上一张加载完后由脚本自动换。',
    en: 'One <img> shows different files in turn: by a button, or by a script once the first has loaded.',
  },
  expect: {
    zh: '旧标识立刻消失，新文件有标识才再出现。',
    en: 'The old label goes at once; a new one comes only where the new file has one.',
  },
  scripts: ['swap.js'],
  render: (page) => {
    const confirmed = ownFile('gb/label-1-exif-usercomment.jpg');
    const possible = ownFile('gb/label-2-xmp.jpg');
    const plain = ownFile('plain/lake.jpg');
    const swap = (id: string, first: typeof plain, then: typeof plain) => {
      page.expect(`#${id}`, then, { after: '#swap' });
      return page.figure(first, { id, attributes: { 'data-next': mediaUrl(then) } });
    };
    // The picture that changes by itself ends at the second file.
    const automatic = page.figure(possible, {
      id: 'auto',
      src: `${mediaUrl(plain)}?auto`,
      attributes: { 'data-auto': `${mediaUrl(possible)}?auto` },
    });
    return html`<p class="tools"><button id="swap" type="button">${page.say({ zh: '换图', en: 'Swap' })}</button></p>
      <div class="grid">
      ${swap('labelled-to-plain', confirmed, plain)}
      ${swap('plain-to-labelled', plain, confirmed)}
      ${swap('state-to-state', confirmed, possible)}
      ${automatic}
      </div>`;
  },
};
