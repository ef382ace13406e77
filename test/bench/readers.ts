import { readFileSync } from 'node:fs';
import exifr from 'exifr';
import ExifReader from 'exifreader';
import { parseBuffer, parseFile } from 'music-metadata';
import type * as Engine from './engine-exports';
import type { Reader } from './rounds';

/** exifr told to read what we read: EXIF, XMP and IPTC. */
const SAME_BLOCKS = { tiff: true, exif: true, xmp: true, iptc: true, icc: false, jfif: false, ihdr: false };

export const EXIFR = 'exifr (EXIF, XMP, IPTC)';

/** Readers that open the file themselves. */
export function fileReaders(engine: typeof Engine): readonly Reader[] {
  const rules = engine.loadRuleBook();
  return [
    { name: 'bianshi', read: (file) => inspectFile(engine, rules, file) },
    { name: EXIFR, read: (file) => exifr.parse(file, SAME_BLOCKS).catch(ignore) },
    { name: 'exifr (its default: EXIF)', read: (file) => exifr.parse(file).catch(ignore) },
    { name: 'ExifReader (whole file)', read: async (file) => withExifReader(readFileSync(file)) },
  ];
}

/** Readers that are handed the same bytes in memory. */
export function memoryReaders(
  engine: typeof Engine,
  bytesOf: (file: string) => Uint8Array,
): readonly Reader[] {
  const rules = engine.loadRuleBook();
  return [
    { name: 'bianshi', read: (file) => engine.inspect(engine.memorySource(bytesOf(file)), { rules }) },
    { name: EXIFR, read: (file) => exifr.parse(bytesOf(file), SAME_BLOCKS).catch(ignore) },
    { name: 'exifr (its default: EXIF)', read: (file) => exifr.parse(bytesOf(file)).catch(ignore) },
    { name: 'ExifReader', read: async (file) => withExifReader(bytesOf(file)) },
  ];
}

/** Readers of sound and film, from the file. */
export function audioReaders(engine: typeof Engine): readonly Reader[] {
  const rules = engine.loadRuleBook();
  return [
    { name: 'bianshi', read: (file) => inspectFile(engine, rules, file) },
    { name: 'music-metadata', read: (file) => parseFile(file, { skipCovers: true }).catch(ignore) },
    {
      name: 'music-metadata (from memory)',
      read: (file) => parseBuffer(readFileSync(file), undefined, { skipCovers: true }).catch(ignore),
    },
  ];
}

async function inspectFile(
  engine: typeof Engine,
  rules: ReturnType<typeof Engine.loadRuleBook>,
  file: string,
): Promise<unknown> {
  const source = await engine.fileSource(file);
  try {
    return await engine.inspect(source, { rules, formats: engine.ALL_FORMATS });
  } finally {
    await source.close();
  }
}

/** It throws for files without metadata; the reading is what is measured. */
function withExifReader(bytes: Uint8Array): unknown {
  try {
    return ExifReader.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { expanded: true });
  } catch {
    return undefined;
  }
}

const ignore = (): undefined => undefined;
