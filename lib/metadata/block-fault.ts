import { ByteFault, type FaultKind } from '../bytes/fault';

/** What one block of metadata is blamed for; what was read before it stays valid. */
export type MetadataFault = {
  readonly state: Exclude<FaultKind, 'unsupported'>;
  /** In words, for evidence and logs: never text from the file unless quoted by JSON. */
  readonly why: string;
};

/** Turns what a decoder threw into a fault of the block; anything but a ByteFault counts as `malformed`. */
export function metadataFault(error: unknown): MetadataFault {
  if (!(error instanceof ByteFault)) return { state: 'malformed', why: String(error) };
  return { state: error.kind === 'unsupported' ? 'malformed' : error.kind, why: error.message };
}
