import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

export const drift: SpecimenPage = {
  id: 'drift',
  group: 'moving',
  title: { zh: '各种移动', en: 'Every kind of movement' },
  about: {
    zh: '测试脚本用各种方式移动这两张图片。',
    en: 'Tests move these two pictures in every way there is.',
  },
  expect: {
    zh: '标识一直停在带标识图片的角上，另一张没有标识。',
    en: 'The label stays in the corner of the labelled picture; the other has none.',
  },
  styles: ['drift.css'],
  render: (
    page,
  ) => html`<div id="above"></div><details id="fold"><summary>fold</summary><p style="height:60px"></p></details>
    <div id="outer"><div id="scroller"><div id="track">
      ${page.picture(ownFile('gb/label-1-xmp-element.jpg'), { id: 'target', attributes: { width: 300, height: 200 } })}
      ${page.picture(ownFile('plain/lake.jpg'), { id: 'neighbour', attributes: { width: 300, height: 200 } })}
    </div></div></div><div id="elsewhere"></div><div class="tall"></div>`,
};
