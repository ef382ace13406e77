import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fillFields } from '../../lib/platform/fill-fields';
import { launchPlainChromium } from '../support/browsers/plain-chromium';

/** Filling a described form, in a real browser: values arrive, frameworks hear of them, nothing is sent. */

const FORM = `<form onsubmit="window.sent = true; return false">
  <input id="url"><textarea id="text"></textarea>
  <select id="kind"><option value="a"></option><option value="b"></option></select>
  <input id="file" type="file"><input id="secret" type="hidden"><button>send</button></form>`;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchPlainChromium();
  page = await browser.newPage();
});

afterAll(() => browser?.close());

beforeEach(async () => {
  await page.setContent(FORM);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard, sent: false });
    document.addEventListener('input', ({ target }) => heard.push((target as HTMLElement).id));
  });
});

const typedInto = (id: string) =>
  page.evaluate((one) => (document.getElementById(one) as HTMLInputElement).value, id);

describe('fillFields', () => {
  it('fills what it finds, says how much, and sends nothing', async () => {
    const count = await page.evaluate(fillFields, 'null', [
      { selector: '#url', value: 'https://news.example/' },
      { selector: '#text', value: 'a\n<b>"' },
      { selector: '#kind', value: 'b' },
      { selector: '#gone', value: 'x' },
      { selector: '###', value: 'x' },
    ]);
    expect(count).toBe(3);
    expect([await typedInto('url'), await typedInto('text'), await typedInto('kind')]).toEqual([
      'https://news.example/',
      'a\n<b>"',
      'b',
    ]);
    expect(await page.evaluate('window.heard')).toEqual(['url', 'text', 'kind']);
    expect(await page.evaluate('window.sent')).toBe(false);
  });

  it('leaves files, hidden fields and buttons alone', async () => {
    const fields = ['#file', '#secret', 'button', 'form'].map((selector) => ({ selector, value: 'x' }));
    expect(await page.evaluate(fillFields, 'null', fields)).toBe(0);
    expect(await typedInto('secret')).toBe('');
  });

  it('tells a page of another origin nothing', async () => {
    const fields = [{ selector: '#url', value: 'x' }];
    expect(await page.evaluate(fillFields, 'https://desk.example', fields)).toBe(0);
    expect(await typedInto('url')).toBe('');
  });
});
