import { type FileHandle, open } from 'node:fs/promises';
import type { ByteSource } from '../bytes/source';

/** A source over a local file; the caller closes it. Rejects as `node:fs` does when the file cannot be opened. */
export async function fileSource(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return { size, read: (offset, length) => readAt(file, size, offset, length), close: () => file.close() };
}

async function readAt(file: FileHandle, size: number, offset: number, length: number): Promise<Uint8Array> {
  const wanted = Math.max(0, Math.min(length, size - offset));
  const bytes = new Uint8Array(wanted);
  const { bytesRead } = await file.read(bytes, 0, wanted, offset);
  return bytes.subarray(0, bytesRead);
}
