import { type Html, html, scriptJson } from './html';
import type { PageBuilder, SpecimenPage } from './page';

type Shell = {
  readonly title: string;
  readonly main: Html;
  readonly path: string;
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
};

/** The whole document around a page's own markup. */
export function documentOf(
  page: PageBuilder,
  { title, main, path, scripts = [], styles = [] }: Shell,
): string {
  const language = page.language === 'zh' ? 'zh-CN' : 'en';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/site.css">
${styles.map((name) => html`<link rel="stylesheet" href="/static/${name}">`)}
</head>
<body>
${header(page, path)}
<main>
${main}
</main>
${footer(page)}
<script type="application/json" id="expected">${scriptJson(page.expected)}</script>
${scripts.map((name) => html`<script type="module" src="/static/${name}"></script>`)}
</body>
</html>
`.text;
}

/** Head of a situation page: what it is, what to expect. */
export function situation(page: PageBuilder, { title, about, expect }: SpecimenPage, body: Html): Html {
  return html`<div class="lead">
  <h1>${page.say(title)}</h1>
  <p>${page.say(about)}</p>
  <p class="expect"><span>${page.say({ zh: '应看到', en: 'Expect' })}</span>${page.say(expect)}</p>
</div>
${body}`;
}

function header(page: PageBuilder, path: string): Html {
  const other =
    page.language === 'zh'
      ? html`<a href="${path}?lang=en" lang="en">English</a>`
      : html`<a href="${path}" lang="zh-CN">中文</a>`;
  return html`<header class="top">
  <a class="home" href="${page.link('/')}"><span class="seal" aria-hidden="true">辨</span>${page.say({ zh: '辨识样本站', en: 'Bianshi specimens' })}</a>
  <nav>${other}</nav>
</header>`;
}

function footer(page: PageBuilder): Html {
  return html`<footer>${page.say({
    zh: '图片由本项目自己的程序绘制，标识由真实的工具写入；编码与编号除注明外都是虚构的。没有标识不等于不是 AI。',
    en: 'Pictures are painted by this project’s own code and labelled by real tools; codes and numbers are invented unless said otherwise. No label does not mean not AI.',
  })}</footer>`;
}
