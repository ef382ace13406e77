import { createUiServices } from '../../lib/platform/ui-services';
import { mountView } from '../../lib/ui/mount-view';
import { PanelView } from '../../lib/ui/panel/panel-view';
import { checkLabelSignatures } from './check-signatures';

const item = new URLSearchParams(location.search).get('item') ?? undefined;
const services = { ...createUiServices(), checkSignatures: checkLabelSignatures };
mountView(document.querySelector('#root'), services, 'app.name', <PanelView initialItem={item} />);
