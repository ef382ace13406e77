import { readXmpText, type XmpResult } from '../metadata/xmp';
import { xmpDisplayName, xmpFieldName } from '../metadata/xmp-names';
import { decodeXmpText } from '../metadata/xmp-text';
import { type BlockReading, failedReading, faultsAt, fieldAt, NOTHING } from './block-reading';
import { type Payload, readWhole } from './payload';
import type { XmpFilter } from './xmp-filter';

/** The fields of an XMP packet. */
export async function readXmpBlock(payload: Payload, wanted?: XmpFilter): Promise<BlockReading> {
  const packet = await payload.run(readWhole(payload.view, 'XMP packet'));
  if (packet.state !== 'complete') return failedReading(payload, packet);
  return xmpTextReading(decodeXmpText(packet.value), payload, wanted);
}

/** The fields of a packet whose text is decoded; none where it holds nothing that is wanted. */
export function xmpTextReading(
  text: string,
  place: Pick<Payload, 'path' | 'offset'>,
  wanted?: XmpFilter,
): BlockReading {
  const isWorthwhile = wanted === undefined || wanted(text);
  return isWorthwhile ? xmpReading(readXmpText(text), place) : NOTHING;
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
