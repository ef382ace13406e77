import type { Page } from 'puppeteer-core';
import { idOf as reportId } from '../reports/sample-submission';
import { samplePackage } from './sample-package';

/** One state of one view: where it stands and what is done there first. */
export type Scene = {
  readonly name: string;
  readonly query: string;
  readonly width: number;
  readonly act?: (page: Page) => Promise<unknown>;
};

const openReport = async (page: Page) => {
  await page.click('.actions .primary');
  await page.waitForSelector('#report-category');
};

/** Goes on to the last look, all files ready. */
const lookAtReport = async (page: Page) => {
  await openReport(page);
  await page.click('.report .actions .primary');
  await page.waitForSelector('.report .actions .primary:not(:disabled)');
};

/** Opens the expert part and looks at the second step. */
const openStep = async (page: Page) => {
  await page.waitForSelector('[role="tree"]');
  await page.focus('[data-key="0"]');
  await page.keyboard.press('ArrowDown');
  await page.$$eval('summary', (all) => all.map((one) => one.click()));
  await page.waitForSelector('.expert');
};

/** Drops files of these names onto the page, the first one last so that it is looked at. */
const drop =
  (...names: readonly string[]) =>
  async (page: Page) => {
    await page.evaluate((all) => {
      const dataTransfer = new DataTransfer();
      for (const name of all) dataTransfer.items.add(new File(['x'], name, { type: 'image/png' }));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, names);
    await page.waitForSelector('.file .facts .copyable, .file .facts .muted');
  };

/** Drops a saved evidence package in which one file was changed. */
const dropPackage = async (page: Page) => {
  const base64 = Buffer.from(await samplePackage(true)).toString('base64');
  await page.evaluate((text) => {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], 'bianshi-report-news.example.zip', { type: 'application/zip' }));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, base64);
  await page.waitForSelector('.package-parts');
};

const compare =
  (...names: readonly string[]) =>
  async (page: Page) => {
    await drop(...names)(page);
    await page.click('.file-list > .button');
    await page.waitForSelector('.compare-table');
  };

const trustLoaded = (page: Page) => page.waitForSelector('.trust-lists');

/** Every state a person can meet, once. */
export const SCENES: readonly Scene[] = [
  { name: 'panel-list', query: 'view=panel', width: 400 },
  { name: 'panel-item', query: 'view=panel&item=doubao', width: 400 },
  { name: 'panel-partial', query: 'view=panel&item=partial', width: 400 },
  { name: 'panel-comfy', query: 'view=panel&item=comfy', width: 400 },
  {
    name: 'panel-forged',
    query: 'view=panel&item=forged',
    width: 400,
    act: (page) => page.$$eval('summary', (all) => all.map((one) => one.click())),
  },
  { name: 'panel-history', query: 'view=panel&page=credentials&item=gemini', width: 400, act: openStep },
  { name: 'panel-history-composite', query: 'view=panel&page=credentials&item=composite', width: 400 },
  { name: 'panel-history-changed', query: 'view=panel&page=credentials&item=changed', width: 400 },
  { name: 'panel-history-hostile', query: 'view=panel&page=credentials&item=circular', width: 320 },
  { name: 'panel-history-long', query: 'view=panel&page=credentials&item=long', width: 320 },
  { name: 'panel-elsewhere', query: 'view=panel&page=credentials&item=elsewhere', width: 400 },
  { name: 'panel-checking', query: 'view=panel&page=credentials&item=checking', width: 400 },
  { name: 'panel-unchecked', query: 'view=panel&page=credentials&item=large', width: 400 },
  { name: 'panel-broken', query: 'view=panel&item=broken', width: 400 },
  { name: 'panel-words', query: 'view=panel&page=words', width: 360 },
  { name: 'panel-text', query: 'view=panel&page=words&item=text', width: 360 },
  { name: 'panel-of-page', query: 'view=panel&page=words&item=page', width: 360 },
  { name: 'panel-unread', query: 'view=panel&page=words&item=unread', width: 360 },
  { name: 'panel-sides', query: 'view=panel&page=words&item=camera', width: 360 },
  { name: 'panel-platform', query: 'view=panel&page=platforms&item=labelled', width: 360 },
  { name: 'panel-document', query: 'view=panel&page=document', width: 360 },
  { name: 'panel-service', query: 'view=panel&page=service', width: 360 },
  { name: 'panel-narrow', query: 'view=panel&item=doubao', width: 320 },
  { name: 'reports-list', query: 'view=reports', width: 820 },
  { name: 'reports-narrow', query: 'view=reports', width: 360 },
  { name: 'reports-empty', query: 'view=reports&ledger=empty', width: 820 },
  { name: 'reports-one', query: `view=reports&id=${reportId(1)}`, width: 820 },
  { name: 'reports-token', query: `view=reports&id=${reportId(2)}`, width: 360 },
  { name: 'reports-due', query: `view=reports&id=${reportId(4)}`, width: 820 },
  {
    name: 'reports-escalate',
    query: `view=reports&id=${reportId(1)}`,
    width: 820,
    act: async (page) => {
      await page.click('.report-buttons .button:nth-child(2)');
      await page.waitForSelector('#escalate-text');
    },
  },
  {
    name: 'report',
    query: 'view=panel&item=doubao',
    width: 400,
    act: async (page) => {
      await openReport(page);
      await page.select('#report-category', 'label-tampered');
    },
  },
  {
    name: 'report-folds',
    query: 'view=panel&item=doubao',
    width: 360,
    act: async (page) => {
      await openReport(page);
      await page.select('#report-category', 'obscene-violent');
      await page.$$eval('summary', (all) => all.map((one) => one.click()));
      await page.waitForSelector('#reporter-email');
    },
  },
  {
    name: 'report-look',
    query: 'view=panel&item=doubao',
    width: 360,
    act: async (page) => {
      await lookAtReport(page);
      await page.$$eval('summary', (all) => all.map((one) => one.click()));
      await page.waitForSelector('.file-preview');
    },
  },
  {
    name: 'report-edited',
    query: 'view=panel&item=forged',
    width: 400,
    act: async (page) => {
      await lookAtReport(page);
      await page.type('#report-text', '…');
    },
  },
  {
    name: 'report-done',
    query: 'view=panel&item=doubao',
    width: 360,
    act: async (page) => {
      await lookAtReport(page);
      await page.click('.report .actions .primary');
      await page.waitForFunction('document.querySelector(".report textarea") === null');
    },
  },
  { name: 'inspect', query: 'view=inspect', width: 900 },
  { name: 'inspect-narrow', query: 'view=inspect', width: 320, act: drop('doubao.png') },
  { name: 'inspect-history', query: 'view=inspect', width: 1100, act: drop('composite.png') },
  { name: 'inspect-history-narrow', query: 'view=inspect', width: 320, act: drop('gemini.png') },
  { name: 'inspect-changed', query: 'view=inspect', width: 760, act: drop('changed.png') },
  { name: 'inspect-package', query: 'view=inspect', width: 760, act: dropPackage },
  { name: 'inspect-plain', query: 'view=inspect', width: 760, act: drop('plain.png') },
  { name: 'inspect-unreadable', query: 'view=inspect', width: 760, act: drop('unreadable.bin') },
  {
    name: 'inspect-several',
    query: 'view=inspect',
    width: 1100,
    act: drop('gemini.png', 'plain.png', 'gone.png'),
  },
  {
    name: 'inspect-compare',
    query: 'view=inspect',
    width: 1100,
    act: compare('composite.png', 'gemini.png'),
  },
  {
    name: 'inspect-compare-narrow',
    query: 'view=inspect',
    width: 320,
    act: compare('doubao.png', 'plain.png'),
  },
  { name: 'history-page', query: 'view=history&page=credentials&item=gemini', width: 1100 },
  { name: 'history-page-long', query: 'view=history&page=credentials&item=long', width: 760 },
  { name: 'history-page-gone', query: 'view=history&page=credentials&item=nothing', width: 760 },
  { name: 'popup', query: 'view=popup', width: 360 },
  { name: 'popup-service', query: 'view=popup&page=service', width: 360 },
  { name: 'popup-no-labels', query: 'view=popup&page=no-labels', width: 360 },
  { name: 'popup-nothing', query: 'view=popup&page=nothing', width: 360 },
  { name: 'popup-paused', query: 'view=popup&page=paused&sites=news.example', width: 360 },
  { name: 'popup-browser', query: 'view=popup&page=browser', width: 360 },
  { name: 'options', query: 'view=options&sites=news.example,a.example', width: 760 },
  { name: 'options-no-lists', query: 'view=options&trust=none', width: 320, act: trustLoaded },
  {
    name: 'options-anchors',
    query: 'view=options',
    width: 400,
    act: async (page) => {
      await trustLoaded(page);
      await page.type('#anchors', 'CERTIFICATE');
      await page.click('.own-anchors [type="submit"]');
      await page.waitForSelector('.own-anchors .error p');
    },
  },
  {
    name: 'options-recipients',
    query: 'view=options',
    width: 360,
    act: async (page) => {
      await page.click('.recipients-section summary');
      await page.waitForSelector('.recipients-section .fold li button');
      await page.click('.recipients-section .fold li:first-child button');
      await page.select('#recipient-way', 'mail');
      await page.click('.recipient-form [type="submit"]');
      await page.waitForSelector('.recipient-form .error:not(:empty)');
    },
  },
  {
    name: 'options-error',
    query: 'view=options',
    width: 360,
    act: async (page) => {
      await page.type('#site', 'not a site');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[aria-invalid="true"]');
    },
  },
];

/** Opens a scene in a theme and language, ready to be looked at. */
export async function openScene(page: Page, base: string, scene: Scene, theme: string, language: string) {
  await page.setViewport({ width: scene.width, height: 900 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(`${base}?${scene.query}&language=${language}`);
  await page.waitForSelector('#root h1');
  await scene.act?.(page);
}
