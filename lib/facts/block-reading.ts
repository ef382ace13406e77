import type { Outcome } from '../bytes/drive';
import { fileText } from '../bytes/file-text';
import { MAX_FIELD_CHARS } from '../bytes/limits';
import type { MetadataFault } from '../metadata/block-fault';
import type { BlockFault, Field, FieldLanguage } from './media-facts';

/** What one block gave: its fields in order, and what stood in the way. */
export type BlockReading = { readonly fields: readonly Field[]; readonly faults: readonly BlockFault[] };

/** Where a block or value stands. */
type Somewhere = { readonly path: readonly string[]; readonly offset: number };

/** The reading of a block that says nothing. */
export const NOTHING: BlockReading = { fields: [], faults: [] };

/** Several readings as one, in order. */
export function joinReadings(readings: readonly BlockReading[]): BlockReading {
  const [first, ...others] = readings;
  if (others.length === 0) return first ?? NOTHING;
  return {
    fields: readings.flatMap(({ fields }) => fields),
    faults: readings.flatMap(({ faults }) => faults),
  };
}

/** A field from text of the file, bounded by MAX_FIELD_CHARS. */
export function fieldAt(language: FieldLanguage, name: string, value: string, place: Somewhere): Field {
  const { path, offset } = place;
  return { language, name, value: fileText(value, MAX_FIELD_CHARS), place: { path, offset } };
}

/** The faults that a metadata parser reported, placed at their block. */
export function faultsAt(place: Somewhere, faults: readonly (MetadataFault | undefined)[]): BlockFault[] {
  const { path, offset } = place;
  return faults.flatMap((fault) => (fault === undefined ? [] : [{ place: { path, offset }, ...fault }]));
}

/** The reading of a block whose parse did not complete. `unsupported` inside a known block is `malformed`. */
export function failedReading(
  place: Somewhere,
  { state, why }: Exclude<Outcome<unknown>, { state: 'complete' }>,
): BlockReading {
  const { path, offset } = place;
  const blamed = state === 'unsupported' ? 'malformed' : state;
  return { fields: [], faults: [{ place: { path, offset }, state: blamed, why }] };
}
