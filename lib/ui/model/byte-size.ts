const KB = 1024;
const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** A size for people: `512 B`, `18 KB`, `2.4 MB` (1 KB = 1024 bytes). */
export function byteSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= KB && unit < UNITS.length - 1) {
    value /= KB;
    unit += 1;
  }
  const shown = unit === 0 || value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${shown} ${UNITS[unit] ?? ''}`;
}
