import type { Browser } from '../../support/browsers/browser';
import { launchBrowser } from '../../support/browsers/launch';

/** A picture of the bench, as a server sends it. */
export type Picture = { readonly bytes: Buffer; readonly type: string };

/**
 * What pages show beside labelled pictures: as large as pictures of the web are (median about 124 KB, as in the measurements
 * of others), as photographs are hard to compress, opaque as they are, and in the formats that canvases write.
 */
const FILLER = [
  { type: 'image/jpeg', width: 1200, height: 800, quality: 0.82 },
  { type: 'image/webp', width: 1200, height: 800, quality: 0.85 },
  { type: 'image/jpeg', width: 900, height: 600, quality: 0.9 },
  { type: 'image/png', width: 280, height: 187, quality: 1 },
] as const;

type Wanted = (typeof FILLER)[number] & { readonly seed: number };

/** Has a browser draw the filler; the same pictures each time. */
export async function drawFiller(): Promise<readonly Picture[]> {
  const browser: Browser = await launchBrowser('chromium', { hosts: [] });
  try {
    const page = await browser.newPage();
    const pictures: Picture[] = [];
    for (const [seed, wanted] of FILLER.entries()) {
      const encoded = await page.evaluate(drawPicture, { ...wanted, seed: seed + 1 });
      pictures.push({ bytes: Buffer.from(encoded, 'base64'), type: wanted.type });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

/**
 * Layers of soft blobs with a grain on top. Runs in a page, where it is sent as source text.
 *
 * @returns the encoded picture in base64
 */
async function drawPicture({ type, width, height, quality, seed }: Wanted): Promise<string> {
  let state = seed * 2654435761;
  const random = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822507) + 0x9e3779b9) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas');
  for (let count = 0; count < 900; count += 1) {
    const size = (4 + random() ** 3 * 200) * (width / 1200);
    context.fillStyle = `hsl(${random() * 360} ${random() * 70}% ${20 + random() * 60}% / 0.5)`;
    context.beginPath();
    context.ellipse(random() * width, random() * height, size, size * random(), random() * 3, 0, 7);
    context.fill();
  }
  const image = context.getImageData(0, 0, width, height);
  for (let at = 0; at < image.data.length; at += 1)
    if (at % 4 !== 3) image.data[at] = (image.data[at] ?? 0) + random() * 14 - 7;
  context.putImageData(image, 0, 0);
  const blob = await canvas.convertToBlob({ type, quality });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
