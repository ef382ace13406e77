import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../bytes/source';

/**
 * A source over a local file; the caller closes it. Rejects as `node:fs` does when the file cannot be opened.
 *
 * The calls are synchronous: a command that reads one file after another has nothing to do meanwhile, and a round
 * trip through Node's thread pool costs several times what the system call does.
 */
export async function fileSource(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const readNow = (offset: number, length: number) => readAt(file, size, offset, length);
  return {
    size,
    read: async (offset, length) => readNow(offset, length),
    readNow,
    close: async () => closeSync(file),
  };
}

function readAt(file: number, size: number, offset: number, length: number): Uint8Array {
  const wanted = Math.max(0, Math.min(length, size - offset));
  const bytes = new Uint8Array(wanted);
  return bytes.subarray(0, readSync(file, bytes, 0, wanted, offset));
}
