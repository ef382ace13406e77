import { readXmp, type XmpResult } from '../metadata/xmp';
import { xmpDisplayName, xmpFieldName } from '../metadata/xmp-names';
import { type BlockReading, failedReading, faultsAt, fieldAt } from './block-reading';
import { type Payload, readWhole } from './payload';

/** The fields of an XMP packet. */
export async function readXmpBlock(payload: Payload): Promise<BlockReading> {
  const packet = await payload.run(readWhole(payload.view, 'XMP packet'));
  if (packet.state !== 'complete') return failedReading(payload, packet);
  return xmpReading(readXmp(packet.value), payload);
}

/**
 * XMP properties as fields. Each is placed at its packet, since entities and encodings make the place of a
 * value in the text another one than in the file.
 */
export function xmpReading(
  { properties, fault }: XmpResult,
  { path, offset }: Pick<Payload, 'path' | 'offset'>,
): BlockReading {
  const fields = properties.map(({ ns, name, value }) =>
    fieldAt('xmp', xmpFieldName(ns, name), value, { path: [...path, xmpDisplayName(ns, name)], offset }),
  );
  return { fields, faults: faultsAt({ path, offset }, [fault]) };
}
