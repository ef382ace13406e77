import { checkSettings } from '../../../lib/settings/check-settings';
import { HistoryPage } from '../../../lib/ui/inspect/history-page';
import { InspectView } from '../../../lib/ui/inspect/inspect-view';
import { mountView } from '../../../lib/ui/mount-view';
import { OptionsView } from '../../../lib/ui/options/options-view';
import { PanelView } from '../../../lib/ui/panel/panel-view';
import { PopupView } from '../../../lib/ui/popup/popup-view';
import { ReportsView } from '../../../lib/ui/reports/reports-view';
import { fakeInspector } from './fake-inspector';
import { fakeLedgerDesk } from './fake-ledger';
import { fakeWorld } from './fake-services';
import { fakeTrustDesk } from './fake-trust';
import { samplePages } from './samples';

/** One view over a fake world, chosen by the address: `?view=panel&page=rich&item=doubao&language=en`. */
const query = new URLSearchParams(location.search);
const pages = samplePages(`${location.origin}/picture`);
const settings = checkSettings({
  language: query.get('language') ?? 'zh-CN',
  pausedSites: query.get('sites')?.split(','),
});
const world = fakeWorld(pages[query.get('page') ?? 'rich'], settings);
Object.assign(window, { world, pages });

const views = {
  panel: <PanelView initialItem={query.get('item') ?? undefined} />,
  popup: <PopupView />,
  options: <OptionsView trust={fakeTrustDesk(query.get('trust') ?? 'full')} />,
  inspect: <InspectView inspector={fakeInspector(`${location.origin}/picture`)} />,
  reports: (
    <ReportsView desk={fakeLedgerDesk(query.get('ledger') ?? 'full')} first={query.get('id') ?? undefined} />
  ),
  history: <HistoryPage itemId={query.get('item') ?? ''} />,
};
const view = query.get('view');
const name = view !== null && view in views ? (view as keyof typeof views) : 'panel';
mountView(document.querySelector('#root'), world.services, 'app.name', views[name]);
