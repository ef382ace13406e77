import { Html, html, scriptJson } from './html';
import { renderIndex } from './index-page';
import { documentOf, situation } from './layout';
import type { LayoutPage } from './layouts/layout-page';
import { Pictures } from './layouts/layout-page';
import { LAYOUTS } from './layouts/layouts';
import { PageBuilder, type SiteRequest } from './page';
import { PAGES } from './pages';

/** Renders the page a path names (`/`, `/pages/<id>`, `/layouts/<id>`), or nothing where there is none. */
export function renderSite(path: string, request: SiteRequest): string | undefined {
  const page = new PageBuilder(request);
  if (path === '/') return renderIndex(page);
  const layout = LAYOUTS.find(({ id }) => path === `/layouts/${id}`);
  if (layout) return renderLayout(page, layout);
  const specimen = PAGES.find(({ id }) => path === `/pages/${id}`);
  if (!specimen) return undefined;
  const main = situation(page, specimen, specimen.render(page));
  const { title, scripts = [], styles = [] } = specimen;
  return documentOf(page, { title: page.say(title), main, path, scripts, styles });
}

/** A layout's document, with nothing of the specimen site's own style. */
function renderLayout(
  page: PageBuilder,
  { title, direction = 'ltr', css, script, render }: LayoutPage,
): string {
  const body = render(new Pictures(page));
  return html`<!doctype html>
<html lang="zh-CN" dir="${direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; }
${new Html(css)}
</style>
${body}
<script type="application/json" id="expected">${scriptJson(page.expected)}</script>
${script === undefined ? '' : html`<script type="module">${new Html(script)}</script>`}
`.text;
}
