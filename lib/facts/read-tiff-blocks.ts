import { readTiffText } from '../metadata/tiff-text';
import { type BlockReading, failedReading, fieldAt, NOTHING } from './block-reading';
import { type Payload, readWhole } from './payload';
import { iimReading } from './read-iptc-block';

/**
 * The text of a tag of a TIFF file, as a field of EXIF: the tags are the same.
 *
 * @param tag byte order and number of the tag, the block's `key`
 */
export async function readTiffTextBlock(payload: Payload, tag = ''): Promise<BlockReading> {
  const value = await payload.run(readWhole(payload.view, 'TIFF text'));
  if (value.state !== 'complete') return failedReading(payload, value);
  const read = readTiffText(tag, value.value);
  if (read === undefined || read.text === '') return NOTHING;
  const { path, offset } = payload;
  return {
    fields: [fieldAt('exif', read.name, read.text, { path: [...path, read.name], offset })],
    faults: [],
  };
}

/** The fields of IIM records that stand by themselves, as in a TIFF tag. */
export async function readIimBlock(payload: Payload): Promise<BlockReading> {
  const records = await payload.run(readWhole(payload.view, 'IIM records'));
  return records.state === 'complete' ? iimReading(records.value, payload) : failedReading(payload, records);
}
