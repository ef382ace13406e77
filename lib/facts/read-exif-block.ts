import { type EmbeddedBlock, readExif } from '../metadata/exif';
import { scanTiff } from '../metadata/exif-scan';
import { readXmp } from '../metadata/xmp';
import { type BlockReading, failedReading, faultsAt, fieldAt, joinReadings } from './block-reading';
import type { Payload } from './payload';
import { iimReading } from './read-iptc-block';
import { xmpReading } from './read-xmp-block';

/** The fields of an EXIF block, and of the XMP and IIM that a TIFF keeps in its tags. */
export async function readExifBlock(payload: Payload): Promise<BlockReading> {
  const scan = await payload.run(scanTiff(payload.view));
  if (scan.state !== 'complete') return failedReading(payload, scan);
  const { texts, embedded, faults } = readExif(scan.value);
  const fields = texts.map(({ name, value, offset }) =>
    fieldAt('exif', name, value, { path: [...payload.path, name], offset: payload.offsetOf(offset) }),
  );
  const own = { fields, faults: faultsAt(payload, faults) };
  return joinReadings([own, ...embedded.map((block) => embeddedReading(block, payload))]);
}

function embeddedReading({ kind, bytes, offset }: EmbeddedBlock, payload: Payload): BlockReading {
  const place = { path: [...payload.path, kind.toUpperCase()], offset: payload.offsetOf(offset) };
  return kind === 'xmp' ? xmpReading(readXmp(bytes), place) : iimReading(bytes, place);
}
