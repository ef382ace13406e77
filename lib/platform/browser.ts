import { browser } from 'wxt/browser';

/** The only door to the extension API besides entrypoints. On older Chromiums it is the polyfilled namespace. */
export { browser };

/** Address of a page of ours: `extensionUrl('sidepanel.html?tab=1')`. */
export function extensionUrl(path: string): string {
  return new URL(path, browser.runtime.getURL('/')).href;
}
