import { defineConfig } from 'wxt';

/** Chromium and Firefox differ in a handful of manifest keys; everything else is one product. */
export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    build: { sourcemap: false },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
  }),
});
