import { checkSettings } from '../../../lib/settings/check-settings';
import { mountView } from '../../../lib/ui/mount-view';
import { OptionsView } from '../../../lib/ui/options/options-view';
import { PanelView } from '../../../lib/ui/panel/panel-view';
import { PopupView } from '../../../lib/ui/popup/popup-view';
import { fakeWorld } from './fake-services';
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
  options: <OptionsView />,
};
const view = query.get('view');
const name = view === 'popup' || view === 'options' ? view : 'panel';
mountView(document.querySelector('#root'), world.services, 'app.name', views[name]);
