import { MAX_STORE_READ_BYTES } from '../bytes/limits';
import type { Ask } from '../bytes/parse';
import type { Span } from './container';

/** Room for the header of what stands behind a store, which the walk goes on to. */
const NEXT_HEADER_BYTES = 64;

/**
 * What to ask for where a C2PA store begins: all of it and the header behind, so that neither the walk nor the reading
 * of the store has to come back for it. At most MAX_STORE_READ_BYTES.
 */
export const storeAsk = ({ offset, length }: Span): Ask => ({
  offset,
  length: Math.min(length + NEXT_HEADER_BYTES, MAX_STORE_READ_BYTES),
  what: 'C2PA store',
});
