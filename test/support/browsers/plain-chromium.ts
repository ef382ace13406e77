import { type Browser, launch } from 'puppeteer-core';
import { chromiumFlags } from './chromium-flags';
import { requireBrowser } from './require-browser';

/** Chromium without the extension, for views and parts of pages served by a test. Rejects when it is not installed. */
export function launchPlainChromium(): Promise<Browser> {
  return launch({ executablePath: requireBrowser('chromium'), args: chromiumFlags({ hosts: [] }) });
}
