import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

const SMALL = () => ownFile('shapes/same-480.jpg');
const LARGE = () => ownFile('shapes/same-960.jpg');

export const srcset: SpecimenPage = {
  id: 'srcset',
  group: 'loading',
  title: { zh: 'srcset：浏览器自己挑文件', en: 'srcset: the browser chooses the file' },
  about: {
    zh: '同一画面有两个文件：480 像素的写“可能”，960 像素的写“属于”。浏览器按显示宽度挑一个。',
    en: 'One scene, two files: the 480 pixel one says “may be”, the 960 pixel one says “is”. The browser picks by width.',
  },
  expect: {
    zh: '标识跟随真正显示的文件：第一张“可能为”，第二张“属于”，第三张的 src 从不下载。',
    en: 'The label follows the file on screen: “may be” on the first, “is” on the second; the third’s src is never fetched.',
  },
  render: (page) => {
    const set = `${mediaUrl(SMALL())}?w=480 480w, ${mediaUrl(LARGE())}?w=960 960w`;
    const wide = `${mediaUrl(SMALL())}?x=480 480w, ${mediaUrl(LARGE())}?x=960 960w`;
    const dense = `${mediaUrl(LARGE())}?d=1 1x, ${mediaUrl(LARGE())}?d=2 2x`;
    // At a pixel ratio of 1 the narrow slot takes the small file; on a dense screen the large one.
    return html`<div class="grid">
      ${page.figure(SMALL(), { attributes: { srcset: set, sizes: '240px' }, caption: { zh: 'sizes="240px"', en: 'sizes="240px"' } })}
      ${page.figure(LARGE(), { attributes: { srcset: wide, sizes: '960px' }, caption: { zh: 'sizes="960px"', en: 'sizes="960px"' } })}
      ${page.figure(LARGE(), { src: '/media/plain/lake.jpg?never', attributes: { srcset: dense }, caption: { zh: '按像素密度', en: 'By pixel density' } })}
    </div>`;
  },
};
