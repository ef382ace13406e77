/**
 * Why the ledger could not do what was asked. `full`: no room on the disk, or beyond what the browser allows; `newer`: a
 * later version of the extension wrote it; `unavailable`: the browser gives no storage (some private windows).
 */
export type LedgerFaultKind = 'full' | 'newer' | 'unavailable';

/** The ledger is as it was before: every change is one transaction. */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault';

  constructor(
    readonly kind: LedgerFaultKind,
    cause?: unknown,
  ) {
    super(`ledger: ${kind}`, { cause });
  }
}

/** What an error of IndexedDB means here (names of https://www.w3.org/TR/IndexedDB-3/#exceptions). */
export function ledgerFault(error: unknown): LedgerFault {
  if (error instanceof LedgerFault) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new LedgerFault('full', error);
  if (name === 'VersionError') return new LedgerFault('newer', error);
  return new LedgerFault('unavailable', error);
}
