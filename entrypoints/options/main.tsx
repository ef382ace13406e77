import { createUiServices } from '../../lib/platform/ui-services';
import { mountView } from '../../lib/ui/mount-view';
import { OptionsView } from '../../lib/ui/options/options-view';
import { createTrustDesk } from './trust-desk';

mountView(
  document.querySelector('#root'),
  createUiServices(),
  'settings.title',
  <OptionsView trust={createTrustDesk()} />,
);
