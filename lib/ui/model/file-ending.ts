/** Endings of file names by container; anything else is saved without a claim of what it is. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['jpeg', 'jpg'],
  ...[
    'png',
    'webp',
    'gif',
    'avif',
    'heif',
    'jxl',
    'svg',
    'mp4',
    'webm',
    'mp3',
    'wav',
    'flac',
    'ogg',
    'tiff',
  ].map((id) => [id, id] as const),
]);

/**
 * Under which ending a page's file is saved: by what it is, never by what its server calls it.
 *
 * @param container a container's id
 */
export function fileEnding(container: string | undefined): string {
  return ENDINGS.get(container ?? '') ?? 'bin';
}
