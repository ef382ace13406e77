import { launchChromium } from '../../support/browsers/chromium';
import { KIT_PARTS } from './scenes/kit';
import { MOTIFS, type MotifId } from './scenes/scenes';

/** A picture to paint: everything that decides its pixels. */
export type Picture = {
  readonly motif: MotifId;
  readonly palette?: number;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
};

/** How the canvas encodes it; `quality` 0…1 for JPEG and WebP. */
export type Encoding = {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly quality?: number;
};

/** Paints pictures in a headless Chromium. */
export type Painter = {
  paint(picture: Picture, encoding: Encoding): Promise<Buffer>;
  close(): Promise<void>;
};

/** Starts the painter. The same picture gives the same pixels on the same Chromium. */
export async function startPainter(): Promise<Painter> {
  const browser = await launchChromium({ hosts: [] });
  const page = await browser.newPage();
  await page.goto('about:blank');
  return {
    paint: async (picture, encoding) => {
      const url = await page.evaluate(runInPage, sourceOf(picture), encoding.type, encoding.quality ?? 0.84);
      return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
    },
    close: () => browser.close(),
  };
}

function sourceOf({ motif, palette = 0, seed, width, height }: Picture): string {
  const { scene, palettes } = MOTIFS[motif];
  const colours = JSON.stringify(palettes[palette % palettes.length]);
  return `${[...KIT_PARTS, ...scene].map(String).join('\n')}
    const canvas = Object.assign(document.createElement('canvas'), { width: ${width}, height: ${height} });
    ${scene[0].name}(makeKit(canvas, ${seed}, ${colours}));
    return canvas;`;
}

function runInPage(source: string, type: string, quality: number): string {
  const canvas = new Function(source)() as HTMLCanvasElement;
  return canvas.toDataURL(type, quality);
}
