import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchPlainChromium } from '../browsers/plain-chromium';
import { openScene, type Scene } from './scenes';
import { serveHarness } from './serve';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Longest wait for what a scene does, on a busy machine. */
const SLOWEST_MS = 60_000;

/** Tests until a new page is opened: one that has shown some hundred scenes stopped answering. */
const TESTS_A_PAGE = 20;

/** The views of one test file in a real browser. */
export type Views = {
  /** The page that shows scenes. */
  readonly page: Page;
  /** Shows a scene; what was shown before is gone. */
  open(scene: Scene, theme: 'light' | 'dark', language: 'zh-CN' | 'en'): Promise<void>;
  /** What axe finds fault with, by all of its rules or by those named. */
  violations(rules?: readonly string[]): Promise<readonly string[]>;
};

/**
 * Serves the views and starts a browser for the file that calls it. Every test fails on whose page a script threw or
 * a dialog opened. A page on which a test failed is replaced, so that the next one does not fail with it.
 */
export function useViews(): Views {
  let harness: Awaited<ReturnType<typeof serveHarness>>;
  let browser: Browser;
  let page: Page;
  let tests = 0;
  const errors: string[] = [];
  const openPage = async () => {
    page = await browser.newPage();
    page.setDefaultTimeout(SLOWEST_MS);
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('dialog', (dialog) => errors.push(`dialog: ${dialog.message()}`));
  };
  const renewPage = async () => {
    const old = page;
    await openPage();
    await old.close();
  };
  beforeAll(async () => {
    harness = await serveHarness();
    browser = await launchPlainChromium();
    await openPage();
  });
  afterAll(async () => {
    await browser?.close();
    await harness?.stop();
  });
  afterEach(async ({ task }) => {
    tests += 1;
    if (task.result?.state === 'fail' || tests % TESTS_A_PAGE === 0) await renewPage();
    expect(errors.splice(0)).toEqual([]);
  });
  return {
    get page() {
      return page;
    },
    open: (scene, theme, language) => openScene(page, harness.url, scene, theme, language),
    violations: (rules) => violationsOf(page, rules),
  };
}

async function violationsOf(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.addScriptTag({ path: AXE });
  const options = rules === undefined ? {} : { runOnly: rules };
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
