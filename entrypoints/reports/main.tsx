import { createUiServices } from '../../lib/platform/ui-services';
import { mountView } from '../../lib/ui/mount-view';
import { ReportsView } from '../../lib/ui/reports/reports-view';
import { createLedgerDesk } from './ledger-desk';

mountView(
  document.querySelector('#root'),
  createUiServices(),
  'ledger.title',
  <ReportsView
    desk={createLedgerDesk()}
    first={new URLSearchParams(location.search).get('id') ?? undefined}
  />,
);
