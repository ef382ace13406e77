import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

const FILES = ['gb/label-1-xmp-element.jpg', 'gb/label-2-xmp.jpg', 'plain/lake.jpg'];

export const hostileWorld: SpecimenPage = {
  id: 'hostile-world',
  group: 'difficult',
  title: { zh: '处处作对的页面', en: 'A page at war' },
  about: {
    zh: '改写内建对象的方法，观察并删除外来元素，仿造标识，每秒插入一万个节点，给根元素加滤镜和变换。',
    en: 'Overrides the methods of built-in objects, watches and removes foreign elements, fakes labels, inserts ten thousand nodes a second, filters and transforms the root.',
  },
  expect: {
    zh: '标识照常；页面看不到结论；工具栏上的数目始终如实。',
    en: 'Labels as ever; the page learns nothing; the number on the toolbar is always true.',
  },
  scripts: ['hostile-world.js'],
  styles: ['hostile-world.css'],
  render: (
    page,
  ) => html`<p class="tools"><button id="flood" type="button">${page.say({ zh: '洪水', en: 'Flood' })}</button>
      <button id="fight" type="button">${page.say({ zh: '删除', en: 'Remove' })}</button>
      <button id="peace" type="button">${page.say({ zh: '停止', en: 'Stop' })}</button>
      <button id="fake" type="button">${page.say({ zh: '仿造', en: 'Fake' })}</button></p>
    <div class="grid">${FILES.map((file, index) => page.picture(ownFile(file), { id: `p${index}` }))}</div>
    <div id="sink" hidden></div>`,
};
