import { type ByteSource, SourceFault } from '../../lib/bytes/source';

/**
 * A source over a file of the person's own, read in ranges: files of any size cost no more memory than what is read.
 *
 * @throws SourceFault `gone` from `read` when the file was changed or removed after it was chosen
 */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    async read(offset, length) {
      try {
        return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
      } catch {
        throw new SourceFault('gone', 'the file can no longer be read');
      }
    },
  };
}
