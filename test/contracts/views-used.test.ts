import { describe, expect, it } from 'vitest';
import { SCENES } from '../support/ui-harness/scenes';
import { useViews } from '../support/ui-harness/use-views';

/** The views as they are used, over made-up pages, in a real browser. */

const views = useViews();

describe('by keyboard', () => {
  const focused = () => views.page.evaluate(() => document.activeElement?.textContent ?? '');
  const scene = (name: string) => SCENES.find((one) => one.name === name)!;

  it('goes from the list to an item, to its report and back, the headline focused at each turn', async () => {
    await views.open(scene('panel-list'), 'light', 'en');
    await views.page.keyboard.press('Tab');
    await views.page.keyboard.press('Enter');
    await views.page.waitForSelector('#item-title');
    expect(await focused()).toBe('The file’s own label states that this is AI-generated content');
    await views.page.focus('.actions .primary');
    await views.page.keyboard.press('Enter');
    await views.page.waitForSelector('#report-title');
    expect(await focused()).toBe('Report');
    await views.page.focus('.back');
    await views.page.keyboard.press('Enter');
    await views.page.waitForSelector('#item-title');
    await views.page.focus('.back');
    await views.page.keyboard.press('Enter');
    await views.page.waitForSelector('.item-list');
    expect(await focused()).toBe('Labelled content');
  });

  it('copies a number with a word about it', async () => {
    await views.open(scene('panel-item'), 'light', 'en');
    await views.page.focus('.copyable');
    await views.page.keyboard.press('Enter');
    await views.page.waitForSelector('.status-shown');
    expect(await views.page.$eval('.status', (status) => status.textContent)).toBe('Copied');
    expect(await views.page.evaluate('world.asked.at(-1)')).toEqual({
      what: 'copyText',
      values: ['001191110102MACQD9K64010000'],
    });
  });
});

describe('an item', () => {
  it('shows its picture whole, with the label on it', async () => {
    await views.open(SCENES.find(({ name }) => name === 'panel-item')!, 'light', 'zh-CN');
    const boxes = await views.page.evaluate(() =>
      ['.picture-image', '.picture-box .chip'].map((selector) => {
        const { left, top, right, bottom } =
          document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
        return { left, top, right, bottom };
      }),
    );
    const image = await views.page.$eval('.picture-image', (element) => ({
      padding: getComputedStyle(element).padding,
      ratio: (element as HTMLImageElement).naturalWidth / (element as HTMLImageElement).naturalHeight,
    }));
    const [picture = raise(), label = raise()] = boxes;
    expect(image.padding).toBe('0px');
    expect((picture.right - picture.left) / (picture.bottom - picture.top)).toBeCloseTo(image.ratio, 1);
    expect([label.left - picture.left, label.top - picture.top]).toEqual([10, 10]);
    expect(label.right < picture.right && label.bottom < picture.bottom).toBe(true);
  });
});

const raise = (): never => {
  throw new Error('not there');
};

describe('a report under way', () => {
  const text = () => views.page.$eval('#report-text', (field) => (field as HTMLTextAreaElement).value);
  const description = () =>
    views.page.$eval('#report-description', (field) => (field as HTMLTextAreaElement).value);
  const scene = (name: string) => SCENES.find((one) => one.name === name)!;
  const press = (selector: string) => views.page.$eval(selector, (button) => (button as HTMLElement).click());
  const look = async () => {
    await press('.report .actions .primary');
    await views.page.waitForSelector('.report .actions .primary:not(:disabled)');
  };
  const asked = (what: string) =>
    views.page.evaluate(`world.asked.filter((one) => one.what === ${JSON.stringify(what)})`) as Promise<
      readonly { readonly values: readonly Record<string, unknown>[] }[]
    >;

  it('keeps what was typed when the page changes, and when its item goes', async () => {
    await views.open(scene('panel-item'), 'light', 'en');
    await press('.actions .primary');
    await views.page.type('#report-description', 'Posted as a photograph.');
    await look();
    expect(await text()).toContain('Description: Posted as a photograph.');
    await views.page.type('#report-text', 'MINE ');
    await views.page.evaluate(
      'world.turnTo({ ...pages.rich, title: "other", items: pages.rich.items.slice(1) })',
    );
    expect(await text()).toContain('MINE ');
    await press('.back');
    expect(await description()).toBe('Posted as a photograph.');
  });

  it('is kept through a look at the evidence', async () => {
    await views.open(scene('panel-item'), 'light', 'en');
    await press('.actions .primary');
    await views.page.type('#report-description', 'Kept.');
    await press('.back');
    await press('.actions .primary');
    expect(await description()).toBe('Kept.');
  });

  it('says which file could not be had, and why', async () => {
    await views.open(scene('panel-forged'), 'light', 'en');
    await press('.actions .primary');
    await look();
    expect(await views.page.$eval('.missing', (line) => line.textContent)).toContain('Original file');
    expect(await views.page.$eval('.missing', (line) => line.textContent)).toContain('gone');
    expect(await text()).toContain('SHA-256: could not be had');
  });

  it('goes out in four presses with no text typed: opened, copied, saved, kept', async () => {
    await views.open(scene('panel-item'), 'light', 'en');
    await press('.actions .primary');
    await look();
    const shown = await text();
    await press('.report .actions .primary');
    await views.page.waitForFunction('document.querySelector("#report-text") === null');
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
    await views.open(scene('panel-item'), 'light', 'en');
    await press('.actions .primary');
    await views.page.select('#report-category', 'obscene-violent');
    await look();
    expect(await views.page.$$eval('.file-row', (rows) => rows.length)).toBe(1);
    expect(await text()).not.toContain('SHA-256');
  });

  it('leaves a file out on one press', async () => {
    await views.open(scene('panel-item'), 'light', 'en');
    await press('.actions .primary');
    await look();
    for (const index of [0, 1, 2]) await press(`.file-row:nth-of-type(${index + 1}) input`);
    await press('.report .actions .primary');
    await views.page.waitForFunction('document.querySelector("#report-text") === null');
    expect(await asked('saveBlob')).toEqual([]);
  });
});

describe('settings', () => {
  const scene = (name: string) => SCENES.find((one) => one.name === name)!;

  it('switch the language at once', async () => {
    await views.open(scene('options'), 'light', 'zh-CN');
    await views.page.click('::-p-xpath(//label[contains(., "English")]/input)');
    await views.page.waitForFunction('document.documentElement.lang === "en"');
    expect(await views.page.$eval('h1', (headline) => headline.textContent)).toBe('Settings');
  });

  it('add and remove a site, and say so', async () => {
    await views.open(scene('options'), 'light', 'en');
    await views.page.type('#site', 'https://B.example/path');
    await views.page.keyboard.press('Enter');
    await views.page.waitForSelector('.status-shown');
    expect(await views.page.$$eval('.sites bdi', (all) => all.map(({ textContent }) => textContent))).toEqual(
      ['a.example', 'b.example', 'news.example'],
    );
    await views.page.click('.sites button[aria-label="Remove a.example"]');
    await views.page.waitForFunction('document.querySelectorAll(".sites li").length === 2');
    expect(await views.page.$$eval('.sites bdi', (all) => all.map(({ textContent }) => textContent))).toEqual(
      ['b.example', 'news.example'],
    );
  });
});
