import { type ComponentChildren, render } from 'preact';
import type { LocaleKey } from './i18n';
import type { UiServices } from './services';
import { ViewRoot } from './view-root';
import './tokens.css';
import './base.css';

/**
 * Puts a view into its page.
 *
 * @param root element of the page's HTML that the view fills
 * @param title key of the document's title
 */
export function mountView(
  root: Element | null,
  services: UiServices,
  title: LocaleKey,
  view: ComponentChildren,
): void {
  if (root === null) throw new Error('the page has no root element');
  render(
    <ViewRoot services={services} title={title}>
      {view}
    </ViewRoot>,
    root,
  );
}
