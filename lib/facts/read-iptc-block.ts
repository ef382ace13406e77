import { readIim } from '../metadata/iim';
import { scanPhotoshop } from '../metadata/photoshop';
import { type BlockReading, failedReading, faultsAt, fieldAt, joinReadings } from './block-reading';
import type { Payload } from './payload';

/** The fields of the IIM records among Photoshop image resources. */
export async function readIptcBlock(payload: Payload): Promise<BlockReading> {
  const { path } = payload;
  const found = await payload.run(scanPhotoshop(payload.view));
  if (found.state !== 'complete') return failedReading(payload, found);
  const readings = found.value.map(({ bytes, offset }) =>
    iimReading(bytes, { path, offset: payload.offsetOf(offset) }),
  );
  return joinReadings(readings);
}

/** IIM texts as fields, placed at their records. */
export function iimReading(
  bytes: Uint8Array,
  { path, offset }: Pick<Payload, 'path' | 'offset'>,
): BlockReading {
  const { texts, fault } = readIim(bytes);
  const fields = texts.map(({ name, value }) =>
    fieldAt('iim', name, value, { path: [...path, name], offset }),
  );
  return { fields, faults: faultsAt({ path, offset }, [fault]) };
}
