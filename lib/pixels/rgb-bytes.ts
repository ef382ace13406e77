import type { Pixels } from './pixels';

/** R, G and B of every pixel, row by row, without alpha: what NovelAI signs. */
export function rgbBytes({ channels, data }: Pixels): Uint8Array {
  if (channels === 3) return data;
  const rgb = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3)
    rgb.set(data.subarray(from, from + 3), to);
  return rgb;
}
