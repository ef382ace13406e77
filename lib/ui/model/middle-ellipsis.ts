/** Room that numbers and hashes get on one line of the panel, in characters. */
export const SHORT_CHARS = 28;

/**
 * Shortens a number, code or hash in its middle, where it tells least: the ends are what people compare.
 * Counts code points, so that no character is cut in two.
 */
export function middleEllipsis(text: string, chars = SHORT_CHARS): string {
  const points = [...text];
  if (points.length <= chars) return text;
  const head = Math.ceil((chars - 1) / 2);
  const tail = chars - 1 - head;
  return `${points.slice(0, head).join('')}…${points.slice(points.length - tail).join('')}`;
}
