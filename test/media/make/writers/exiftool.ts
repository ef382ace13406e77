import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Writer } from './writer';

const CONFIG = fileURLToPath(new URL('./exiftool.config', import.meta.url));
let version: string | undefined;

/**
 * Writes tags with ExifTool.
 *
 * @param tags tag → value as ExifTool names them (`XMP-TC260:AIGC`, `ExifIFD:UserComment`).
 * @param options further arguments; `['-api', 'Compact=Shorthand']` writes XMP properties as attributes.
 */
export function exifTool(tags: Readonly<Record<string, string>>, options: readonly string[] = []): Writer {
  return {
    get name() {
      version ??= execFileSync('exiftool', ['-ver'], { encoding: 'utf8' }).trim();
      return `ExifTool ${version}`;
    },
    write: async (file) => inFolder((path) => run(path, file, tags, options)),
  };
}

function run(
  path: string,
  file: Buffer,
  tags: Readonly<Record<string, string>>,
  options: readonly string[],
): Buffer {
  writeFileSync(path, file);
  const assignments = Object.entries(tags).map(([tag, value]) => `-${tag}=${value}`);
  const all = ['-config', CONFIG, '-q', '-overwrite_original', ...options, ...assignments, path];
  execFileSync('exiftool', all, { stdio: ['ignore', 'inherit', 'inherit'] });
  return readFileSync(path);
}

function inFolder(work: (path: string) => Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'bianshi-media-'));
  try {
    return work(join(folder, 'specimen'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
