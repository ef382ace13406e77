import { createUiServices } from '../../lib/platform/ui-services';
import { mountView } from '../../lib/ui/mount-view';
import { PopupView } from '../../lib/ui/popup/popup-view';

mountView(document.querySelector('#root'), createUiServices(), 'app.name', <PopupView />);
