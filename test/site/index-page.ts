import { ownFile } from '../support/corpus/own-media';
import { type Html, html } from './html';
import { documentOf } from './layout';
import { GROUPS, type GroupId, type PageBuilder } from './page';
import { PAGES } from './pages';

const HERO = [
  'gb/label-1-xmp-element.jpg',
  'gb/label-2-xmp.jpg',
  'gb/label-3-exif.jpg',
  'plain/lake.jpg',
] as const;

/** The front page: what the site is for, four pictures, and every situation with what to expect. */
export function renderIndex(page: PageBuilder): string {
  const title = page.say({ zh: '辨识样本站', en: 'Bianshi specimens' });
  const groups = (Object.keys(GROUPS) as GroupId[]).map((group) => renderGroup(page, group));
  const main = html`<div class="lead">
  <h1>${page.say({ zh: '图片自己怎么说，页面上就怎么标', en: 'What a picture states, shown where it is seen' })}</h1>
  <p>${page.say({
    zh: '这里的每一页是一种情形。装上扩展，文件里带有标识的图片会出现“属于、可能为、疑似”三种标识之一；没有标识的图片保持原样——那不等于它不是 AI。',
    en: 'Each page is one situation. With the extension, a picture whose file carries a label shows one of three states: is, may be, suspected. Pictures without one stay as they are, which does not mean they are not AI.',
  })}</p>
</div>
<div class="hero">${HERO.map((file) => page.figure(ownFile(file)))}</div>
${groups}`;
  return documentOf(page, { title, main, path: '/' });
}

function renderGroup(page: PageBuilder, group: GroupId): Html {
  const rows = PAGES.filter((each) => each.group === group).map(
    ({ id, title, expect }) =>
      html`<li><a href="${page.link(`/pages/${id}`)}"><b>${page.say(title)}</b><span>${page.say(expect)}</span></a></li>`,
  );
  return html`<section class="group"><h2>${page.say(GROUPS[group])}</h2><ul class="situations">${rows}</ul></section>`;
}
