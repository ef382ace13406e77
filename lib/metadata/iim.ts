import { Cursor } from '../bytes/cursor';
import { decodeText, decodeUtf8OrLatin1 } from '../bytes/decode-text';
import { ByteFault } from '../bytes/fault';
import { MAX_IIM_DATASETS } from '../bytes/limits';
import { type MetadataFault, metadataFault } from './block-fault';

/** IIM 4.2 §1.5: every data set begins with this, then record, number and length. */
const TAG_MARKER = 0x1c;
const HEAD_BYTES = 5;

/** IIM 4.2 §1.5.3: the length of an extended data set stands elsewhere; none of the texts below is one. */
const EXTENDED_FLAG = 0x8000;

/** IIM 4.2 §5: record 1 describes the transmission, record 2 the picture. */
const ENVELOPE_RECORD = 1;
const APPLICATION_RECORD = 2;

/** IIM 4.2, 1:90 CodedCharacterSet; ISO 2022 designates UTF-8 by ESC % G. */
const CODED_CHARACTER_SET = 90;
const UTF8_DESIGNATION = '\u001B%G';

/** Data sets of record 2 that may state AI origin: instructions, by-line, credit, source, copyright, caption. */
const TEXT_DATASETS: readonly number[] = [40, 80, 110, 115, 116, 120];

/** One text of record 2; `name` is `record:dataset`, e.g. `2:110`. */
export type IimText = { readonly name: string; readonly value: string };

/** What IIM records state as text, by data set number; with a fault, what stood before it. */
export type IimResult = { readonly texts: readonly IimText[]; readonly fault?: MetadataFault };

/** A data set of record 2 that holds text. */
type TextDataset = { readonly dataset: number; readonly value: Uint8Array };

/** The texts as they stand, and whether they are declared to be UTF-8. */
type Reading = { readonly found: TextDataset[]; utf8: boolean; fault?: MetadataFault };

/**
 * Reads texts of IIM records (IPTC-NAA Information Interchange Model 4.2), in the order of {@link TEXT_DATASETS}.
 * They are UTF-8 where 1:90 says so, else UTF-8 where valid, else Latin-1. Never throws.
 *
 * @param bytes the payload of image resource 0x0404, or of TIFF tag 0x83BB
 */
export function readIim(bytes: Uint8Array): IimResult {
  const reading: Reading = { found: [], utf8: false };
  try {
    scanDatasets(bytes, reading);
  } catch (error) {
    reading.fault = metadataFault(error);
  }
  const texts = TEXT_DATASETS.flatMap((dataset) => textsOf(dataset, reading));
  return reading.fault === undefined ? { texts } : { texts, fault: reading.fault };
}

function scanDatasets(bytes: Uint8Array, reading: Reading): void {
  const cursor = new Cursor(bytes);
  for (let count = 0; cursor.left >= HEAD_BYTES; count++) {
    if (count >= MAX_IIM_DATASETS)
      throw new ByteFault('over-budget', `more than ${MAX_IIM_DATASETS} data sets`);
    const start = cursor.offset;
    if (cursor.u8() !== TAG_MARKER) {
      refuseUnlessPadding(bytes, start);
      return;
    }
    const record = cursor.u8();
    const dataset = cursor.u8();
    const value = cursor.slice(datasetLength(cursor.u16be()));
    if (record > APPLICATION_RECORD) return;
    if (record === APPLICATION_RECORD && TEXT_DATASETS.includes(dataset))
      reading.found.push({ dataset, value });
    if (record === ENVELOPE_RECORD && dataset === CODED_CHARACTER_SET)
      reading.utf8 = decodeText(value, 'latin1') === UTF8_DESIGNATION;
  }
}

function datasetLength(length: number): number {
  if (length >= EXTENDED_FLAG) throw new ByteFault('malformed', 'extended IIM data set');
  return length;
}

/** NULs may follow the records in a TIFF tag. */
function refuseUnlessPadding(bytes: Uint8Array, at: number): void {
  if (bytes.subarray(at).some((byte) => byte !== 0))
    throw new ByteFault('malformed', `no IIM data set at ${at}`);
}

function textsOf(wanted: number, { found, utf8 }: Reading): readonly IimText[] {
  return found
    .filter(({ dataset }) => dataset === wanted)
    .map(({ dataset, value }) => ({
      name: `${APPLICATION_RECORD}:${dataset}`,
      value: (utf8 ? decodeText(value, 'utf-8') : decodeUtf8OrLatin1(value)).trim(),
    }));
}
