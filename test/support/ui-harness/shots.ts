import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchPlainChromium } from '../browsers/plain-chromium';
import { openScene, SCENES } from './scenes';
import { serveHarness } from './serve';

/** Screenshots of every scene, both themes, both languages, for looking at: `vite-node …/shots.ts -- FOLDER [NAME]`. */
const [folder = '.output/ui-shots', only] = process.argv.slice(2).filter((word) => word !== '--');
mkdirSync(folder, { recursive: true });
const harness = await serveHarness();
const browser = await launchPlainChromium();
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error));
page.on('dialog', () => console.error('a dialog opened: text from a file was run'));
for (const scene of SCENES.filter(({ name }) => only === undefined || name.startsWith(only))) {
  for (const theme of ['light', 'dark']) {
    for (const language of ['zh-CN', 'en']) {
      await openScene(page, harness.url, scene, theme, language);
      // Sticky parts belong at the end of the view, so the window is made as tall as its content.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewport({ width: scene.width, height });
      await page.screenshot({
        path: join(folder, `${scene.name}-${theme}-${language}.png`) as `${string}.png`,
      });
    }
  }
}
await browser.close();
await harness.stop();
