import { ByteFault } from '../bytes/fault';
import type { FileText } from '../bytes/file-text';
import type { Parse } from '../bytes/parse';
import type { C2paFault } from './manifest-store';

/** What an attempt gave: a value, or the fault that stood in its way. */
export type Attempt<T> = { readonly value: T } | { readonly fault: C2paFault };

/**
 * Runs a part of a parse whose damage must not cost the other parts. Only faults of the file are held back.
 *
 * @param label label of the manifest that is being read
 */
export function* attempt<T>(parse: Parse<T>, label: FileText): Parse<Attempt<T>> {
  try {
    return { value: yield* parse };
  } catch (error) {
    if (!(error instanceof ByteFault)) throw error;
    return { fault: { label, state: error.kind, why: error.message } };
  }
}
