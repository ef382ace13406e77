import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchPlainChromium } from '../browsers/plain-chromium';
import { servePageHarness } from './serve';

/**
 * Screenshots of labels in all states, sizes, corners and both languages, for looking at, and the cost of 500
 * labelled pictures: `vite-node test/support/page-harness/shots.ts -- FOLDER`; with `--cost`, the cost alone.
 */
const [folder = '.output/page-shots'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
mkdirSync(folder, { recursive: true });
const harness = await servePageHarness();
const browser = await launchPlainChromium();

async function open(query: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.setViewport({ width: 1240, height: 900 });
  await page.evaluateOnNewDocument(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });
  });
  await page.goto(`${harness.url}?${query}`, { waitUntil: 'networkidle0' });
  await page.waitForSelector('body[data-labelled]');
  return page;
}

async function shoot(name: string, query: string): Promise<void> {
  const page = await open(query);
  await page.setViewport({ width: 1240, height: await page.evaluate(() => document.body.scrollHeight) });
  await page.waitForNetworkIdle();
  await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });
  await page.close();
}

async function hover(language: string): Promise<void> {
  const page = await open(`scene=states&language=${language}`);
  const box = await (await page.$('img'))?.boundingBox();
  if (box) await page.mouse.move(box.x + 20, box.y + 20);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200))));
  await page.screenshot({
    path: join(folder, `hover-${language}.png`) as `${string}.png`,
    clip: { x: 0, y: 0, width: 620, height: 240 },
  });
  await page.close();
}

/** Scrolls 500 pictures through, labelled or bare, and tells what the main thread spent. */
async function measure(name: string, query: string): Promise<void> {
  const page = await open(query);
  const before = await page.metrics();
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += 60) {
      scrollTo(0, top);
      await new Promise(requestAnimationFrame);
    }
  });
  const after = await page.metrics();
  const cost = (name: 'ScriptDuration' | 'LayoutDuration' | 'RecalcStyleDuration') =>
    Math.round(1000 * ((after[name] ?? 0) - (before[name] ?? 0)));
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  console.log(
    `scrolling 500 pictures, ${name}: script ${cost('ScriptDuration')} ms, layout ${cost('LayoutDuration')} ms, style ${cost('RecalcStyleDuration')} ms, long tasks ${JSON.stringify(tasks)}`,
  );
  await page.close();
}

const BUSY_FRAMES = 120;

/** A hundred pictures in view on a page that writes a style every frame: script per frame. */
async function measureBusy(name: string, query: string): Promise<void> {
  const page = await open(query);
  const before = await page.metrics();
  await page.evaluate(async (frames) => {
    const first = document.querySelector<HTMLElement>('img');
    for (let frame = 0; frame < frames; frame += 1) {
      first?.style.setProperty('margin-left', `${frame % 2}px`);
      await new Promise(requestAnimationFrame);
    }
  }, BUSY_FRAMES);
  const after = await page.metrics();
  const cost = (key: 'ScriptDuration' | 'TaskDuration') =>
    ((1000 * ((after[key] ?? 0) - (before[key] ?? 0))) / BUSY_FRAMES).toFixed(2);
  console.log(
    `busy page, ${name}: script ${cost('ScriptDuration')} ms, all ${cost('TaskDuration')} ms per frame`,
  );
  await page.close();
}

if (process.argv.includes('--cost')) {
  for (let run = 0; run < 3; run += 1) {
    await measureBusy('bare', 'scene=busy&bare');
    await measureBusy('labelled', 'scene=busy');
    await measure('labelled in deep boxes', 'scene=deep');
  }
  await browser.close();
  await harness.stop();
  process.exit();
}
for (const language of ['zh-CN', 'en']) {
  await shoot(`states-${language}`, `scene=states&language=${language}`);
  await shoot(`sizes-${language}`, `scene=sizes&language=${language}`);
  await hover(language);
}
for (const corner of ['top-right', 'bottom-left', 'bottom-right'])
  await shoot(`sizes-${corner}`, `scene=sizes&corner=${corner}`);
for (let run = 0; run < 3; run += 1) {
  await measure('bare', 'scene=many&bare');
  await measure('labelled', 'scene=many');
  await measure('labelled in deep boxes', 'scene=deep');
}
await browser.close();
await harness.stop();
