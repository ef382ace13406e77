import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/** Bytes of a picture at their place; what lies between is pixels, left as a hole in the file. */
export type Piece = { readonly at: number; readonly bytes: Uint8Array };

/** A picture as pieces of a file: everything a reader of metadata can see, and the size of the whole. */
export type PictureFile = { readonly name: string; readonly size: number; readonly pieces: readonly Piece[] };

/** Writes a picture; its pixels read as zeros, which no reader of metadata looks at. */
export function writePicture(path: string, { size, pieces }: PictureFile): void {
  const file = openSync(path, 'w');
  try {
    ftruncateSync(file, size);
    for (const { at, bytes } of pieces) writeSync(file, bytes, 0, bytes.length, at);
  } finally {
    closeSync(file);
  }
}
