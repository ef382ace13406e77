import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireBrowser } from '../support/browsers/require-browser';
import { openScene, SCENES } from '../support/ui-harness/scenes';
import { serveHarness } from '../support/ui-harness/serve';

/** Every view in every state, over made-up pages, in a real browser: accessible, calm and safe. */

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let harness: Awaited<ReturnType<typeof serveHarness>>;
let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  harness = await serveHarness();
  browser = await puppeteer.launch({ executablePath: requireBrowser('chromium'), args: ['--no-sandbox'] });
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('dialog', (dialog) => errors.push(`dialog: ${dialog.message()}`));
});

afterAll(async () => {
  await browser?.close();
  await harness?.stop();
});

async function violations(rules?: readonly string[]): Promise<readonly string[]> {
  await page.addScriptTag({ path: AXE });
  const options = rules === undefined ? {} : { runOnly: rules };
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe('in light', () => {
  it.each(SCENES)('$name is accessible, fits its width and runs nothing from files', async (scene) => {
    errors.length = 0;
    for (const language of ['zh-CN', 'en']) {
      await openScene(page, harness.url, scene, 'light', language);
      expect(await violations()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(scene.width);
      expect(await page.$('img[src="x"]')).toBeNull();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    }
    expect(errors).toEqual([]);
  });
});

describe('in dark', () => {
  // Only colours differ, and they are the same in every language.
  it.each(SCENES)('$name has colours that can be told apart', async (scene) => {
    await openScene(page, harness.url, scene, 'dark', 'zh-CN');
    expect(await violations(['color-contrast'])).toEqual([]);
  });
});

describe('by keyboard', () => {
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const scene = (name: string) => SCENES.find((one) => one.name === name)!;

  it('goes from the list to an item, to its report and back, the headline focused at each turn', async () => {
    await openScene(page, harness.url, scene('panel-list'), 'light', 'en');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#item-title');
    expect(await focused()).toBe('The file’s own label states that this is AI-generated content');
    await page.focus('.actions .primary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#report-title');
    expect(await focused()).toBe('Report');
    await page.focus('.back');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#item-title');
    await page.focus('.back');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.item-list');
    expect(await focused()).toBe('Labelled content');
  });

  it('copies a number with a word about it', async () => {
    await openScene(page, harness.url, scene('panel-item'), 'light', 'en');
    await page.focus('.copyable');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.status-shown');
    expect(await page.$eval('.status', (status) => status.textContent)).toBe('Copied');
    expect(await page.evaluate('world.asked.at(-1)')).toEqual({
      what: 'copyText',
      values: ['001191110102MACQD9K64010000'],
    });
  });
});

describe('a report under way', () => {
  const text = () => page.$eval('#report-text', (field) => (field as HTMLTextAreaElement).value);
  const description = () =>
    page.$eval('#report-description', (field) => (field as HTMLTextAreaElement).value);
  const scene = (name: string) => SCENES.find((one) => one.name === name)!;
  const press = (selector: string) => page.$eval(selector, (button) => (button as HTMLElement).click());
  const look = async () => {
    await press('.report .actions .primary');
    await page.waitForSelector('.report .actions .primary:not(:disabled)');
  };
  const asked = (what: string) =>
    page.evaluate(`world.asked.filter((one) => one.what === ${JSON.stringify(what)})`) as Promise<
      readonly { readonly values: readonly Record<string, unknown>[] }[]
    >;

  it('keeps what was typed when the page changes, and when its item goes', async () => {
    await openScene(page, harness.url, scene('panel-item'), 'light', 'en');
    await press('.actions .primary');
    await page.type('#report-description', 'Posted as a photograph.');
    await look();
    expect(await text()).toContain('Description: Posted as a photograph.');
    await page.type('#report-text', 'MINE ');
    await page.evaluate('world.turnTo({ ...pages.rich, title: "other", items: pages.rich.items.slice(1) })');
    expect(await text()).toContain('MINE ');
    await press('.back');
    expect(await description()).toBe('Posted as a photograph.');
  });

  it('is kept through a look at the evidence', async () => {
    await openScene(page, harness.url, scene('panel-item'), 'light', 'en');
    await press('.actions .primary');
    await page.type('#report-description', 'Kept.');
    await press('.back');
    await press('.actions .primary');
    expect(await description()).toBe('Kept.');
  });

  it('says which file could not be had, and why', async () => {
    await openScene(page, harness.url, scene('panel-forged'), 'light', 'en');
    await press('.actions .primary');
    await look();
    expect(await page.$eval('.missing', (line) => line.textContent)).toContain('Original file');
    expect(await page.$eval('.missing', (line) => line.textContent)).toContain('gone');
    expect(await text()).toContain('SHA-256: could not be had');
  });

  it('goes out in four presses with no text typed: opened, copied, saved, kept', async () => {
    await openScene(page, harness.url, scene('panel-item'), 'light', 'en');
    await press('.actions .primary');
    await look();
    const shown = await text();
    await press('.report .actions .primary');
    await page.waitForFunction('document.querySelector("#report-text") === null');
    expect((await asked('copyText')).map(({ values }) => values)).toEqual([[shown]]);
    expect((await asked('openAddress')).map(({ values }) => values)).toEqual([['https://www.12377.cn/']]);
    const [submitted] = (await asked('submitReport')).flatMap(({ values }) => values);
    expect(submitted).toMatchObject({
      channel: 'form',
      categoryId: 'label-missing',
      profile: 'cn',
      text: shown,
    });
    expect((await asked('saveBlob')).map(({ values }) => values[0])).toEqual([
      'bianshi-report-news.example-20261121-123000.zip',
    ]);
  });

  it('keeps nothing of content that is not to be kept', async () => {
    await openScene(page, harness.url, scene('panel-item'), 'light', 'en');
    await press('.actions .primary');
    await page.select('#report-category', 'obscene-violent');
    await look();
    expect(await page.$$eval('.file-row', (rows) => rows.length)).toBe(1);
    expect(await text()).not.toContain('SHA-256');
  });

  it('leaves a file out on one press', async () => {
    await openScene(page, harness.url, scene('panel-item'), 'light', 'en');
    await press('.actions .primary');
    await look();
    for (const index of [0, 1, 2]) await press(`.file-row:nth-of-type(${index + 1}) input`);
    await press('.report .actions .primary');
    await page.waitForFunction('document.querySelector("#report-text") === null');
    expect(await asked('saveBlob')).toEqual([]);
  });
});

describe('settings', () => {
  const scene = (name: string) => SCENES.find((one) => one.name === name)!;

  it('switch the language at once', async () => {
    await openScene(page, harness.url, scene('options'), 'light', 'zh-CN');
    await page.click('::-p-xpath(//label[contains(., "English")]/input)');
    await page.waitForFunction('document.documentElement.lang === "en"');
    expect(await page.$eval('h1', (headline) => headline.textContent)).toBe('Settings');
  });

  it('add and remove a site, and say so', async () => {
    await openScene(page, harness.url, scene('options'), 'light', 'en');
    await page.type('#site', 'https://B.example/path');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.status-shown');
    expect(await page.$$eval('.sites bdi', (all) => all.map(({ textContent }) => textContent))).toEqual([
      'a.example',
      'b.example',
      'news.example',
    ]);
    await page.click('.sites button[aria-label="Remove a.example"]');
    await page.waitForFunction('document.querySelectorAll(".sites li").length === 2');
    expect(await page.$$eval('.sites bdi', (all) => all.map(({ textContent }) => textContent))).toEqual([
      'b.example',
      'news.example',
    ]);
  });
});
