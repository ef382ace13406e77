import type { FileText } from '../../bytes/file-text';
import type { Producer } from '../producers/producer';
import type { LabelSignature } from './label-signature';

/** The seven fields of GB 45438-2025 Annex E, by their standard names. */
export const GB_FIELDS = [
  'Label',
  'ContentProducer',
  'ProduceID',
  'ReservedCode1',
  'ContentPropagator',
  'PropagateID',
  'ReservedCode2',
] as const;
export type GbField = (typeof GB_FIELDS)[number];

/** A GB 45438 label as read: fields as found (key variants mapped to the standard name) and who they name. */
export type GbLabel = {
  /** Field values as text, in the order of Annex E; a field that is absent is absent here. */
  readonly fields: { readonly [name in GbField]?: FileText };
  /** Other members of the same object (`ServiceProvider`, `Time` …), in file order. */
  readonly others: readonly { readonly name: FileText; readonly value: FileText }[];
  readonly producer?: Producer;
  readonly propagator?: Producer;
  /** SecurityData in the reserved fields (TC260-PG-202511A), and what checking it gave. */
  readonly signatures?: readonly LabelSignature[];
};
