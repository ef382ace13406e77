import type { Browser, BrowserName, LaunchOptions } from './browser';
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';

const LAUNCHERS: Readonly<Record<BrowserName, (options: LaunchOptions) => Promise<Browser>>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
};

/** Starts the browser of that name; both give the same interface. */
export function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<Browser> {
  return LAUNCHERS[name](options);
}

/** Folder of the extension's build for a browser, below the repository root. */
export function buildFolder(name: BrowserName): string {
  return `.output/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3`;
}
