import { crc32, deflateSync } from 'node:zlib';
import type { Writer } from './writer';

const SIGNATURE_BYTES = 8;
/** Length, type and CRC around a chunk's data (PNG 3rd edition, §5.3). */
const CHUNK_OVERHEAD = 12;

export type PngTextChunk = {
  readonly kind: 'tEXt' | 'zTXt' | 'iTXt';
  readonly keyword: string;
  readonly text: string;
};

/** Inserts text chunks before the pixels, where generators that save through Pillow put them, or behind them. */
export function pngText(
  chunks: readonly PngTextChunk[],
  where: 'before IDAT' | 'behind IDAT' = 'before IDAT',
): Writer {
  return {
    name: 'own PNG chunk writer',
    write: async (file) => {
      const at = offsetOf(file, where === 'before IDAT' ? 'IDAT' : 'IEND');
      return Buffer.concat([file.subarray(0, at), ...chunks.map(encodeChunk), file.subarray(at)]);
    },
  };
}

function offsetOf(file: Buffer, type: string): number {
  for (let at = SIGNATURE_BYTES; at < file.length; at += file.readUInt32BE(at) + CHUNK_OVERHEAD) {
    if (file.toString('latin1', at + 4, at + 8) === type) return at;
  }
  throw new Error(`The PNG has no ${type} chunk`);
}

function encodeChunk({ kind, keyword, text }: PngTextChunk): Buffer {
  const typed = Buffer.concat([
    Buffer.from(kind, 'latin1'),
    Buffer.from(`${keyword}\0`, 'latin1'),
    body(kind, text),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(typed.length - 4);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, crc]);
}

function body(kind: PngTextChunk['kind'], text: string): Buffer {
  if (kind === 'tEXt') return Buffer.from(text, 'latin1');
  if (kind === 'zTXt') return Buffer.concat([Buffer.from([0]), deflateSync(Buffer.from(text, 'latin1'))]);
  // Not compressed, no language tag, no translated keyword (§11.3.3.4).
  return Buffer.concat([Buffer.from([0, 0, 0, 0]), Buffer.from(text, 'utf8')]);
}
