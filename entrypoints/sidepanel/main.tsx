import { createUiServices } from '../../lib/platform/ui-services';
import { mountView } from '../../lib/ui/mount-view';
import { PanelView } from '../../lib/ui/panel/panel-view';

const item = new URLSearchParams(location.search).get('item') ?? undefined;
mountView(document.querySelector('#root'), createUiServices(), 'app.name', <PanelView initialItem={item} />);
