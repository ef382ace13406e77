import { fileText } from '../../lib/bytes/file-text';
import { takeOver } from '../../lib/platform/handed-over';
import { takeSelected } from '../../lib/platform/selected-text';
import { createUiServices } from '../../lib/platform/ui-services';
import type { Given } from '../../lib/ui/inspect/file-inspector';
import { HistoryPage } from '../../lib/ui/inspect/history-page';
import { InspectView } from '../../lib/ui/inspect/inspect-view';
import { readAddress } from '../../lib/ui/model/given-input';
import { mountView } from '../../lib/ui/mount-view';
import { createFileInspector } from './file-inspector';

/**
 * `?url=` comes from the context menu, `&page=` names the page it stood on; `?kept=` asks for a picture that only that
 * page held, `?selected=` for a text selected there;
 * `?tab=&item=` asks for one history.
 */
const query = new URLSearchParams(location.search);
const item = query.get('item');

async function firstGiven(): Promise<Given | undefined> {
  const selected = await takeSelected(query.get('selected') ?? '').catch(() => undefined);
  if (selected !== undefined) return { kind: 'text', ...selected };
  const kept = query.get('kept');
  if (kept !== null) return keptPicture(kept);
  const url = readAddress(query.get('url') ?? '');
  const page = query.get('page');
  if (url === undefined) return undefined;
  return page === null ? { kind: 'url', url } : { kind: 'url', url, page };
}

/** A picture that only a page held. Nothing is there any more when this page is loaded anew. */
async function keptPicture(id: string): Promise<Given> {
  const blob = await takeOver(id).catch(() => undefined);
  return blob === undefined
    ? { kind: 'gone', name: fileText('blob:') }
    : { kind: 'pasted', blob, name: fileText(blob.type) };
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
