import { readId3Text } from '../metadata/id3-frame';
import { readId3v1 } from '../metadata/id3v1';
import { type BlockReading, failedReading, fieldAt, NOTHING } from './block-reading';
import { type Payload, readWhole } from './payload';

/**
 * The fields of an ID3v2 frame or of a whole ID3v1 tag.
 *
 * @param id the block's `key`: the frame's id, or `ID3v1`
 */
export async function readId3Block(payload: Payload, id = ''): Promise<BlockReading> {
  const { path, offset } = payload;
  const block = await payload.run(readWhole(payload.view, 'ID3 frame'));
  if (block.state !== 'complete') return failedReading(payload, block);
  if (id === 'ID3v1') {
    const texts = readId3v1(block.value);
    const fields = texts.map(({ name, value, at }) =>
      fieldAt('id3', name, value, { path, offset: offset + at }),
    );
    return { fields, faults: [] };
  }
  const text = readId3Text(id, block.value);
  if (text === undefined) return NOTHING;
  const place = { path: [...path.slice(0, -1), text.name], offset };
  return { fields: [fieldAt('id3', text.name, text.value, place)], faults: [] };
}
