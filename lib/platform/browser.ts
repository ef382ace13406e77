/** The only door to the extension API besides entrypoints. On older Chromiums it is the polyfilled namespace. */
export { browser } from 'wxt/browser';
