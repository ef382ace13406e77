import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchPlainChromium } from '../browsers/plain-chromium';

/** Draws `assets/public/icon/*.png` from `assets/icons/seal.svg`. Run after changing the seal. */
const ROOT = join(import.meta.dirname, '../../..');
const SIZES = [16, 32, 48, 96, 128] as const;

/** Store pages want the largest icon with a clear rim: 96 of its 128 pixels. Toolbars want every pixel. */
const rim = (size: number) => (size === 128 ? 16 : 0);

const browser = await launchPlainChromium();
const page = await browser.newPage();
// The seal's own rim of one unit is cut off, so that its edges fall on whole pixels.
const seal = readFileSync(join(ROOT, 'assets/icons/seal.svg'), 'utf8').replace('0 0 32 32', '1 1 30 30');
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  const inner = size - 2 * rim(size);
  await page.goto(
    `data:image/svg+xml;base64,${Buffer.from(sized(seal, inner, rim(size), size)).toString('base64')}`,
  );
  writeFileSync(
    join(ROOT, `assets/public/icon/${size}.png`),
    await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } }),
  );
}
await browser.close();

function sized(svg: string, inner: number, at: number, size: number): string {
  const drawn = svg.replace(
    'width="128" height="128"',
    `x="${at}" y="${at}" width="${inner}" height="${inner}"`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${drawn}</svg>`;
}
