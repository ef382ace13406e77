import { ByteFault } from '../../bytes/fault';
import { inflateZlib } from '../../bytes/inflate';
import { MAX_BLOCK_BYTES, MAX_INFLATED_BYTES } from '../../bytes/limits';
import { asCount, asDict, asItems, asName, type PdfDict, type PdfValue } from './value';

/** Names of Flate, also the short one of inline images that some write everywhere (ISO 32000-2, table 6). */
const FLATE: readonly (string | undefined)[] = ['FlateDecode', 'Fl'];

/** ISO 32000-2, table 10: predictors of PNG, a filter byte before each row. */
const PNG_PREDICTOR = 10;

/** Longest row undone; a row of cross-references is under 30 bytes. */
const MAX_ROW_BYTES = 4096;

/** Whether a stream's bytes stand in the file as they are. */
export const isPlainStream = ({ entries }: PdfDict): boolean => filtersOf(entries.get('Filter')).length === 0;

/**
 * Undoes the filters of a stream (ISO 32000-2, 7.4): none, or Flate with or without the predictors of PNG.
 *
 * @throws ByteFault `unsupported` for other filters; as {@link inflateZlib}, up to MAX_INFLATED_BYTES
 */
export function decodeStream({ entries }: PdfDict, raw: Uint8Array): Uint8Array {
  const filters = filtersOf(entries.get('Filter'));
  if (filters.length === 0) return raw;
  if (filters.length > 1 || !FLATE.includes(filters[0]))
    throw new ByteFault('unsupported', 'a PDF stream with filters other than Flate');
  const parameters = entries.get('DecodeParms');
  return unpredict(inflateZlib(raw, MAX_INFLATED_BYTES), asDict(asItems(parameters)?.[0] ?? parameters));
}

/** @throws ByteFault `over-budget` for a stream that is not read whole */
export function requireReadable(length: number): void {
  if (length > MAX_BLOCK_BYTES)
    throw new ByteFault('over-budget', `a PDF stream of ${length} bytes is not read`);
}

function filtersOf(filter: PdfValue): (string | undefined)[] {
  if (filter === undefined) return [];
  return asItems(filter)?.map(asName) ?? [asName(filter)];
}

function unpredict(bytes: Uint8Array, parameters: PdfDict | undefined): Uint8Array {
  const predictor = asCount(parameters?.entries.get('Predictor')) ?? 1;
  if (predictor === 1) return bytes;
  const number = (name: string) => asCount(parameters?.entries.get(name));
  const bits = (number('Colors') ?? 1) * (number('BitsPerComponent') ?? 8);
  const row = Math.ceil((bits * (number('Columns') ?? 1)) / 8);
  if (predictor < PNG_PREDICTOR || row < 1 || row > MAX_ROW_BYTES)
    throw new ByteFault('unsupported', `PDF predictor ${predictor} over rows of ${row} bytes`);
  return unfilterRows(bytes, row, Math.max(1, bits >> 3));
}

/** Undoes the row filters of PNG (W3C PNG, 9.2). A last row that is cut short is dropped. */
function unfilterRows(bytes: Uint8Array, row: number, step: number): Uint8Array {
  const rows = Math.floor(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y++) {
    const filter = bytes[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x < step ? 0 : (out[at - step] ?? 0);
      const up = y === 0 ? 0 : (out[at - row] ?? 0);
      const corner = x < step || y === 0 ? 0 : (out[at - row - step] ?? 0);
      out[at] = (bytes[y * (row + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
