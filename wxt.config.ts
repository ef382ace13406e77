import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig, type ResolvedPublicFile } from 'wxt';
import { listFiles } from './lib/c2pa/trust/sources';

/** Oldest browsers we promise: many Chinese Chromium builds trail Chrome; Firefox 140 knows data_collection_permissions. */
const MIN_CHROMIUM = '120';
const MIN_FIREFOX = '140.0';

/** The credential library's code. A file of its own, fetched by the worker that runs it, never part of a script. */
const CREDENTIAL_LIBRARY = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm');

/**
 * UTF-16 units beyond ASCII. Raw template literals (`String.raw`) must hold none: there an escape stays an escape.
 */
const BEYOND_ASCII = /[\u0080-\uffff]/g;

/**
 * A script with one letter beyond Latin-1 in it is kept by the browser in two bytes a letter, in every page it is loaded into;
 * one in seventy of ours is such a letter (words and rules in two languages), so escapes nearly halve it. They also keep noncharacters
 * (Unicode §23.7), which an XML parser names in its patterns, out of the file: Chromium takes a script with one for a
 * file that is not UTF-8 and refuses the extension. The minifier writes escapes out as characters, so this comes behind it.
 */
function asciiOnly(): Plugin {
  const asEscape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return {
    name: 'ascii-only',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk') file.code = file.code.replace(BEYOND_ASCII, asEscape);
    },
  };
}

/**
 * Trust lists that `npm run trust` brought in, as `trust/NAME` of the build. They are other people's data and no part
 * of the repository; a build without them works. What is not the pinned file stays out.
 */
function trustLists(): readonly ResolvedPublicFile[] {
  return listFiles().flatMap(({ name, sha256 }) => {
    const absoluteSrc = resolve('assets/trust/lists', name);
    const there = existsSync(absoluteSrc)
      ? createHash('sha256').update(readFileSync(absoluteSrc))
      : undefined;
    return there?.digest('hex') === sha256 ? [{ absoluteSrc, relativeDest: `trust/${name}` }] : [];
  });
}

/**
 * One product for Chromium and Firefox, MV3 in both; they differ in a handful of manifest keys.
 *
 * The content security policy is our own because Firefox' default for MV3 adds `upgrade-insecure-requests`,
 * which would turn the background's ranged reads of http: pictures into failures.
 */
export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push({ absoluteSrc: CREDENTIAL_LIBRARY, relativeDest: 'c2pa.wasm' }, ...trustLists());
    },
  },
  vite: () => ({
    plugins: [asciiOnly()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    permissions: [
      'storage',
      'scripting',
      'declarativeNetRequestWithHostAccess',
      'contextMenus',
      // Looks on, when a page has loaded, for one header in which a server declares how the page was made.
      'webRequest',
      // Reports that wait for their endpoint are tried again, and their person is reminded, with no page open.
      'alarms',
      // Reports hold the reported files; without it a browser may clear them when its disk runs full.
      'unlimitedStorage',
      // Firefox' background is a page and owns its worker itself.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // Not a content script of WXT's: its wrapper dispatches an event that pages can hear, and is larger than the sentry.
    content_scripts: [
      {
        matches: ['<all_urls>'],
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
        run_at: 'document_start',
        js: ['sentry.js'],
      },
    ],
    host_permissions: ['<all_urls>'],
    // Asked for with the first reminder a person sets, without which it stands in the list of reports alone, and when
    // a person first wants to be told of a document's result.
    // `pageCapture`, with the first report a person wants the whole page in.
    optional_permissions: ['notifications', ...(browser === 'firefox' ? [] : ['pageCapture'])],
    // Recipients that an organisation presets; Firefox reads policies without a schema.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    action: { default_title: '__MSG_actionTitle__' },
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'bianshi@bianshi.invalid',
              strict_min_version: MIN_FIREFOX,
              data_collection_permissions: { required: ['none' as const] },
            },
          },
        }
      : { minimum_chrome_version: MIN_CHROMIUM }),
  }),
});
