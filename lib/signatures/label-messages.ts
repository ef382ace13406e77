import type { GbField } from '../signals/gb45438/label';
import type { SignatureInput } from '../signals/gb45438/label-signature';

const PRODUCER: readonly GbField[] = ['Label', 'ContentProducer', 'ProduceID'];
const PROPAGATOR: readonly GbField[] = ['Label', 'ContentPropagator', 'PropagateID'];

/**
 * Texts that a signature over the label may be of, as UTF-8: for the producer the one of TC260-PG-202511A,
 * appendix A.1, `"Label":"1","ContentProducer":"…","ProduceID":"…"`; for the propagator that, or the same
 * with the propagator's two fields.
 */
export function labelMessages({ fields, code }: SignatureInput): readonly Uint8Array<ArrayBuffer>[] {
  const orders = code === 'ReservedCode1' ? [PRODUCER] : [PROPAGATOR, PRODUCER];
  return orders.map((order) => {
    const members = order.map((name) => `${JSON.stringify(name)}:${JSON.stringify(fields[name] ?? '')}`);
    return new TextEncoder().encode(members.join(','));
  });
}
