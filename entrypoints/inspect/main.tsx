import { takeSelected } from '../../lib/platform/selected-text';
import { createUiServices } from '../../lib/platform/ui-services';
import type { Given } from '../../lib/ui/inspect/file-inspector';
import { HistoryPage } from '../../lib/ui/inspect/history-page';
import { InspectView } from '../../lib/ui/inspect/inspect-view';
import { readAddress } from '../../lib/ui/model/given-input';
import { mountView } from '../../lib/ui/mount-view';
import { createFileInspector } from './file-inspector';

/**
 * `?url=` comes from the context menu, `&page=` names the page it stood on; `?selected=` asks for a text selected there;
 * `?tab=&item=` asks for one history.
 */
const query = new URLSearchParams(location.search);
const item = query.get('item');

async function firstGiven(): Promise<Given | undefined> {
  const selected = await takeSelected(query.get('selected') ?? '').catch(() => undefined);
  if (selected !== undefined) return { kind: 'text', ...selected };
  const url = readAddress(query.get('url') ?? '');
  const page = query.get('page');
  if (url === undefined) return undefined;
  return page === null ? { kind: 'url', url } : { kind: 'url', url, page };
}

const first = await firstGiven();
const view =
  item === null ? (
    <InspectView inspector={createFileInspector()} {...(first === undefined ? {} : { first })} />
  ) : (
    <HistoryPage itemId={item} />
  );
mountView(
  document.querySelector('#root'),
  createUiServices(),
  item === null ? 'inspect.title' : 'history.title',
  view,
);
