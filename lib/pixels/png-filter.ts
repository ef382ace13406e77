import { ByteFault } from '../bytes/fault';

/** PNG third edition, 9.2 table 22. */
const [NONE, SUB, UP, AVERAGE, PAETH] = [0, 1, 2, 3, 4];

/**
 * Undoes the filter of one row in place (PNG third edition, 9.2).
 *
 * @param type filter type byte
 * @param row the filtered bytes of the row
 * @param above the row above, unfiltered; zeros above the first
 * @param step bytes a pixel, at least 1
 * @throws ByteFault `malformed` for a type that does not exist
 */
export function unfilter(type: number, row: Uint8Array, above: Uint8Array, step: number): void {
  if (type === NONE) return;
  if (type === SUB) undoSub(row, step);
  else if (type === UP) undoUp(row, above);
  else if (type === AVERAGE) undoAverage(row, above, step);
  else if (type === PAETH) undoPaeth(row, above, step);
  else throw new ByteFault('malformed', `PNG filter type ${type}`);
}

/** A byte beside or above; zero outside the picture. */
const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;

function undoSub(row: Uint8Array, step: number): void {
  for (let index = step; index < row.length; index++) row[index] = at(row, index) + at(row, index - step);
}

function undoUp(row: Uint8Array, above: Uint8Array): void {
  for (let index = 0; index < row.length; index++) row[index] = at(row, index) + at(above, index);
}

function undoAverage(row: Uint8Array, above: Uint8Array, step: number): void {
  for (let index = 0; index < row.length; index++) {
    const left = index < step ? 0 : at(row, index - step);
    row[index] = at(row, index) + ((left + at(above, index)) >> 1);
  }
}

function undoPaeth(row: Uint8Array, above: Uint8Array, step: number): void {
  for (let index = 0; index < row.length; index++) {
    const left = index < step ? 0 : at(row, index - step);
    const corner = index < step ? 0 : at(above, index - step);
    row[index] = at(row, index) + paeth(left, at(above, index), corner);
  }
}

/** PNG third edition, 9.4. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
