import { LedgerFault } from '../../reports/ledger/fault';

/** Key of the words for something that could not be kept: a full disk is said, whatever else went wrong is `other`. */
export function faultWords<Other extends string>(error: unknown, other: Other): Other | 'ledger.fault.full' {
  return error instanceof LedgerFault && error.kind === 'full' ? 'ledger.fault.full' : other;
}
