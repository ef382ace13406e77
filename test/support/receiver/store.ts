import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiReport } from '../../../lib/reports/channels/api';
import type { RemoteState } from '../../../lib/reports/outbox/delivery';

export type Status = {
  readonly id: string;
  readonly receipt: string;
  readonly status: RemoteState;
  readonly statusAt: string;
  readonly answer?: string;
};

export type Handled = {
  readonly report: ApiReport;
  readonly status: Status;
  readonly evidence?: { readonly id: string; readonly sha256: string; readonly size: number };
  /** How often it was sent; a repetition is no second report. */
  readonly arrivals: number;
};

/** The receiver's reports, in memory and, where a folder is named, in it: one JSON file and one package each. */
export class ReceiverStore {
  readonly #reports = new Map<string, Handled>();
  readonly #folder: string | undefined;

  constructor(folder?: string) {
    this.#folder = folder;
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    const kept = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const all = kept.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Handled);
    for (const one of all.sort((a, b) => a.status.receipt.localeCompare(b.status.receipt)))
      this.#reports.set(one.report.id, one);
  }

  get(id: string): Handled | undefined {
    return this.#reports.get(id);
  }

  all(): readonly Handled[] {
    return [...this.#reports.values()];
  }

  /** The number of the next report. */
  nextReceipt(): string {
    return `R-${String(this.#reports.size + 1).padStart(6, '0')}`;
  }

  put(handled: Handled): void {
    this.#reports.set(handled.report.id, handled);
    this.#write(`${handled.report.id}.json`, JSON.stringify(handled, null, 2));
  }

  putEvidence(id: string, bytes: Uint8Array): void {
    this.#write(`${id}.zip`, bytes);
  }

  /** Written beside and renamed: a file is there whole or not at all. */
  #write(name: string, content: string | Uint8Array): void {
    if (this.#folder === undefined) return;
    const path = join(this.#folder, name);
    writeFileSync(`${path}.part`, content);
    renameSync(`${path}.part`, path);
  }
}
