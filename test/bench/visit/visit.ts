import type { Page as PuppeteerPage } from 'puppeteer-core';
import type { Browser, BrowserName, Page } from '../../support/browsers/browser';
import { ChromiumPage } from '../../support/browsers/chromium-page';
import { buildFolder, launchBrowser } from '../../support/browsers/launch';
import { BENCH_HOSTS, type Extra, type Gallery, type Pages } from './gallery';
import { LEAST_IN_VIEW_MS, type Seen, type Smoothness, scrollThrough, watchLabels } from './in-page';
import { type CpuByPart, PARTS, usageOfChildren } from './processes';

/** How a page is scrolled, as in the measurements of others: 240 CSS pixels every 150 ms. An endless list goes faster. */
const STEP_PX = 240;
const ENDLESS_STEP_PX = 800;
const STEP_MS = 150;

/** How long a browser is left alone after its start, and a page after its end was reached. */
const SETTLE_MS = 2500;
const AFTER_MS = 1500;

export type Setup = {
  readonly browser: BrowserName;
  readonly extension: boolean;
  /** Milliseconds of watching what an idle page costs; 0 for none. */
  readonly idleMs: number;
};

/** What one visit cost, in a browser with a fresh profile. */
export type Visit = Extra &
  Smoothness & {
    readonly cpuSeconds: number;
    readonly cpuByPart: CpuByPart;
    readonly pssBytes: number;
    /** Share of one processor while nothing happens. */
    readonly idleCpu: number;
  };

/** Opens a page, scrolls through it once, and measures all of the browser's processes. */
export async function visit(gallery: Gallery, pages: Pages, setup: Setup): Promise<Visit> {
  return withBrowser(setup, async (browser) => {
    const page = await browser.newPage();
    await rest(SETTLE_MS);
    gallery.takeExtra();
    const before = usageOfChildren(false);
    const smoothness = await goThrough(page, gallery.url(pages), pages);
    const { cpuSeconds, cpuByPart, pssBytes } = usageOfChildren(true);
    const cpu = {
      cpuSeconds: cpuSeconds - before.cpuSeconds,
      cpuByPart: minus(cpuByPart, before.cpuByPart),
    };
    const idleCpu = setup.idleMs === 0 ? 0 : await idle(setup.idleMs);
    return { ...smoothness, ...gallery.takeExtra(), ...cpu, pssBytes, idleCpu };
  });
}

/**
 * Visits a page once more with an eye on its labels (Chromium): watching costs something itself, so it is done apart. At
 * the end it goes back to the top, as a person does who missed what was there while the page came.
 */
export async function watch(gallery: Gallery, pages: Pages): Promise<Seen> {
  return withBrowser({ browser: 'chromium', extension: true, idleMs: 0 }, async (browser) => {
    const page = await browser.newPage();
    await rest(SETTLE_MS);
    if (!(page instanceof ChromiumPage)) throw new Error('Labels are watched in Chromium only');
    const seen = await watchFrom(page.raw);
    await goThrough(page, gallery.url(pages), pages);
    await page.evaluate(() => scrollTo(0, 0));
    await rest(AFTER_MS);
    return seen();
  });
}

async function withBrowser<T>(
  { browser: name, extension }: Setup,
  job: (browser: Browser) => Promise<T>,
): Promise<T> {
  const browser = await launchBrowser(name, {
    hosts: BENCH_HOSTS,
    locale: 'en',
    // Being told of requests costs the browser about as much again as the requests themselves.
    requestEvents: false,
    ...(extension && { extensionDir: buildFolder(name) }),
  });
  try {
    return await job(browser);
  } finally {
    await browser.close();
  }
}

async function goThrough(page: Page, url: string, { layout }: Pages): Promise<Smoothness> {
  await page.goto(url);
  const step = layout === 'endless' ? ENDLESS_STEP_PX : STEP_PX;
  const smoothness = await page.evaluate(scrollThrough, step, STEP_MS);
  await rest(AFTER_MS);
  return smoothness;
}

function minus(one: CpuByPart, other: CpuByPart): CpuByPart {
  const [pages, browser, network] = PARTS.map((part) => one[part] - other[part]);
  return { pages: pages ?? 0, browser: browser ?? 0, network: network ?? 0 };
}

async function idle(ms: number): Promise<number> {
  const before = usageOfChildren(false).cpuSeconds;
  await rest(ms);
  return (usageOfChildren(false).cpuSeconds - before) / (ms / 1000);
}

/** Puts the watcher into the extension's world of the next document, as soon as there is one; gives what it saw. */
async function watchFrom(page: PuppeteerPage): Promise<() => Promise<Seen>> {
  const session = await page.createCDPSession();
  let world = 0;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (!context.origin.startsWith('chrome-extension://')) return;
    world = context.id;
    const expression = `(${String(watchLabels)})(${LEAST_IN_VIEW_MS})`;
    void session.send('Runtime.evaluate', { expression, contextId: context.id }).catch(() => undefined);
  });
  await session.send('Runtime.enable');
  return async () => {
    const answer = await session.send('Runtime.evaluate', {
      expression: 'benchSeen()',
      contextId: world,
      returnByValue: true,
    });
    return answer.result.value as Seen;
  };
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
