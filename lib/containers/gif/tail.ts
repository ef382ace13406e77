import type { ChunkStep } from '../tail-chain';

/** Introducer of an extension, and the byte that ends the file (GIF89a, 24 and 27). */
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const APPLICATION_LABEL = 0xff;
/** Introducer, label, size and identifier of an application extension (GIF89a, 26). */
const APPLICATION_HEADER_BYTES = 14;
const APPLICATION_BYTES = 11;

/**
 * Boundaries of application extensions for a search from the tail, for one window: each must begin behind the
 * terminator of what stands before it and lead, extension by extension, to the trailer that ends the file.
 *
 * Only these are looked for: their identifiers tell them from pixels, which a comment's bytes would not.
 */
export function applicationStep(): ChunkStep {
  let ends: Int32Array | undefined;
  return (window, index) => {
    ends ??= terminatedAt(window);
    if (index === window.byteLength - 1) return window.getUint8(index) === TRAILER ? 'end' : undefined;
    const next = isApplication(window, index) ? ends[index + APPLICATION_HEADER_BYTES] : undefined;
    return next === undefined || next < 0 ? undefined : next;
  };
}

function isApplication(window: DataView, index: number): boolean {
  if (index < 1 || index + APPLICATION_HEADER_BYTES >= window.byteLength) return false;
  return (
    window.getUint8(index - 1) === 0 &&
    window.getUint8(index) === EXTENSION &&
    window.getUint8(index + 1) === APPLICATION_LABEL &&
    window.getUint8(index + 2) === APPLICATION_BYTES
  );
}

/** For every index: where sub-blocks that begin there end, behind their terminator; -1 where not in the window. */
function terminatedAt(window: DataView): Int32Array {
  const ends = new Int32Array(window.byteLength).fill(-1);
  for (let index = window.byteLength - 1; index >= 0; index--) {
    const length = window.getUint8(index);
    ends[index] = length === 0 ? index + 1 : (ends[index + 1 + length] ?? -1);
  }
  return ends;
}
