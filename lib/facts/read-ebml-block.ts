import { readEbmlInfo, readEbmlTags } from '../metadata/ebml-tags';
import { type BlockReading, failedReading, faultsAt, fieldAt } from './block-reading';
import { type Payload, readWhole } from './payload';

/**
 * The fields of a Matroska element that holds texts.
 *
 * @param element the block's `key`: `Tags` or `Info`
 */
export async function readEbmlBlock(payload: Payload, element: string | undefined): Promise<BlockReading> {
  const { path, offset } = payload;
  const content = await payload.run(readWhole(payload.view, 'Matroska element'));
  if (content.state !== 'complete') return failedReading(payload, content);
  const { texts, fault } = (element === 'Tags' ? readEbmlTags : readEbmlInfo)(content.value);
  const fields = texts.map(({ name, value, at }) =>
    fieldAt('ebml', name, value, { path: [...path, name], offset: offset + at }),
  );
  return { fields, faults: faultsAt(payload, [fault]) };
}
