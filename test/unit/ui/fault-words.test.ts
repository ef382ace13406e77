import { describe, expect, it } from 'vitest';
import { LedgerFault } from '../../../lib/reports/ledger/fault';
import { faultWords } from '../../../lib/ui/model/fault-words';

describe('faultWords', () => {
  it('says a full disk as such, anything else as the caller does', () => {
    expect(faultWords(new LedgerFault('full'), 'common.failed')).toBe('ledger.fault.full');
    expect(faultWords(new LedgerFault('unavailable'), 'common.failed')).toBe('common.failed');
    expect(faultWords(new Error('no'), 'report.notSent')).toBe('report.notSent');
  });
});
