import { renderIndex } from './index-page';
import { documentOf, situation } from './layout';
import { PageBuilder, type SiteRequest } from './page';
import { PAGES } from './pages';

/** Renders the page a path names (`/`, `/pages/<id>`), or nothing where there is none. */
export function renderSite(path: string, request: SiteRequest): string | undefined {
  const page = new PageBuilder(request);
  if (path === '/') return renderIndex(page);
  const specimen = PAGES.find(({ id }) => path === `/pages/${id}`);
  if (!specimen) return undefined;
  const main = situation(page, specimen, specimen.render(page));
  const { title, scripts = [], styles = [] } = specimen;
  return documentOf(page, { title: page.say(title), main, path, scripts, styles });
}
