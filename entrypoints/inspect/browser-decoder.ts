import { MAX_PIXELS, MAX_SIDE } from '../../lib/pixels/pixel-limits';
import type { PixelDecoder } from '../../lib/pixels/pixels';

/**
 * The browser's own decoder, for pictures that ours does not read. Colours stay as they are coded and nothing is
 * scaled; what Exif says of orientation is followed. A canvas keeps colours multiplied by alpha, so what is transparent is not exact; only the open
 * watermark, which bears far more, is looked for in these formats.
 *
 * @returns `undefined` where the browser cannot decode the picture or it is beyond our limits
 */
export const browserDecoder: PixelDecoder = async (bytes, mime) => {
  const bitmap = await decoded(bytes, mime);
  if (bitmap === undefined) return undefined;
  try {
    return pixelsOf(bitmap);
  } finally {
    bitmap.close();
  }
};

async function decoded(bytes: Uint8Array, mime: string): Promise<ImageBitmap | undefined> {
  const blob = new Blob([new Uint8Array(bytes)], { type: mime });
  try {
    return await createImageBitmap(blob, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
  } catch {
    return undefined;
  }
}

function pixelsOf(bitmap: ImageBitmap): Awaited<ReturnType<PixelDecoder>> {
  const { width, height } = bitmap;
  if (Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS) return undefined;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) return undefined;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, channels: 4, data: new Uint8Array(data.buffer) };
}
