import { ownFile } from '../../support/corpus/own-media';
import { html } from '../html';
import type { SpecimenPage } from '../page';

export const textForum: SpecimenPage = {
  id: 'text-forum',
  group: 'texts',
  title: { zh: '评论里的说法', en: 'What comments say' },
  about: {
    zh: '一篇没有声明的帖子和一张没有标识的图片，下面的评论说它们出自机器；只有一条回复说的是自己。',
    en: 'A post and a picture that state nothing; comments below claim both are made by a machine. One reply speaks of itself.',
  },
  expect: {
    zh: '帖子和图片没有标识；只有说自己的那条回复在它自己那里有。',
    en: 'No label on the post nor its picture; only the reply that speaks of itself has one, at itself.',
  },
  render: (page) => {
    page.expectText('#post > h2', null);
    page.expectText('#comment-1', null);
    page.expectText('#comment-2', null);
    page.expectText('#comment-3', 'suspected');
    return html`<article id="post" style="max-width:640px">
      <h2>${page.say({ zh: '我在湖边拍的照片', en: 'A photo I took at the lake' })}</h2>
      <p>${page.say({ zh: '昨天早上六点拍的，用的是一台老胶片机，没有修过。', en: 'Taken yesterday at six in the morning with an old film camera, not retouched.' })}</p>
      ${page.picture(ownFile('plain/lake.jpg'), { id: 'accused', badge: null })}
      <h3>${page.say({ zh: '全部回复', en: 'Replies' })}</h3>
      <ol class="comments" style="display:grid;gap:24px">
        <li id="comment-1" class="comment"><b>A</b><p>${page.say({ zh: '图片由AI生成', en: 'AI-generated image' })}</p></li>
        <li id="comment-2" class="comment"><b>B</b><p>${page.say({ zh: '楼主别骗人了，这图肯定是AI画的吧？', en: 'Come on, this picture is AI, isn’t it?' })}</p></li>
        <li id="comment-3" class="comment"><b>C</b><p>${page.say({ zh: '这里的光线来自东边，雾气让远处的轮廓变淡，所以颜色偏蓝。', en: 'The light comes from the east, and the mist softens the far outlines, hence the blue tone.' })}</p><p>${page.say({ zh: '（内容由AI生成，仅供参考）', en: '(AI-generated content, for reference only)' })}</p></li>
      </ol>
    </article>`;
  },
};
