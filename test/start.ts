import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser, BrowserName } from './support/browsers/browser';
import { buildFolder, launchBrowser } from './support/browsers/launch';
import { findBrowser, installHint } from './support/browsers/require-browser';
import { HOSTS, SITE_HOST, type SpecimenServer, startServer } from './support/server/server';
import { buildExtension, installBrowser } from './support/start/prepare';
import { speak } from './support/start/speak';
import { visitAll } from './support/start/visit-all';

/*
 * `npm start [-- --firefox] [--headless] [--port N] [--lang zh|en] [--no-build] [--install]`: builds the extension,
 * serves the specimen site and opens a browser with the extension on it. With `--headless` it visits every page instead,
 * prints what was labelled and saves screenshots; the exit code is 1 when a page shows other labels than it lists.
 */

const OPTIONS = {
  firefox: { type: 'boolean', default: false },
  headless: { type: 'boolean', default: false },
  port: { type: 'string', default: '0' },
  lang: { type: 'string', default: 'zh' },
  page: { type: 'string', default: '' },
  build: { type: 'boolean', default: true },
  install: { type: 'boolean', default: false },
} as const;

/** Exit code of a run that was stopped with Ctrl-C. */
const INTERRUPTED = 130;

async function main(): Promise<number> {
  const args = process.argv.slice(2).filter((argument) => argument !== '--');
  const { values } = parseArgs({ args, options: OPTIONS, allowNegative: true });
  const name: BrowserName = values.firefox ? 'firefox' : 'chromium';
  if (!ready(name, values.install, values.headless)) return 1;
  if (values.build || !existsSync(buildFolder(name))) buildExtension(name);
  const server = await startServer({ port: Number(values.port) });
  try {
    return await withBrowser(name, server, values);
  } finally {
    await server.close();
  }
}

type Wanted = { readonly headless: boolean; readonly lang: string; readonly page: string };

async function withBrowser(name: BrowserName, server: SpecimenServer, wanted: Wanted): Promise<number> {
  const { headless, lang, page } = wanted;
  const locale = lang === 'en' ? 'en' : 'zh-CN';
  const options = {
    extensionDir: buildFolder(name),
    hosts: HOSTS,
    locale,
    headless,
    offline: headless,
  } as const;
  const browser = await launchBrowser(name, options);
  try {
    await speak(browser, locale);
    if (!headless) return await open(browser, server, lang);
    process.once('SIGINT', () => process.exit(INTERRUPTED));
    return await visitAll(browser, server, { lang, only: page });
  } finally {
    await browser.close();
  }
}

function ready(name: BrowserName, install: boolean, headless: boolean): boolean {
  if (findBrowser(name) === undefined && install) installBrowser(name);
  if (findBrowser(name) === undefined) {
    console.error(
      `No ${name} was found. ${installHint(name)}\nOn Debian or Ubuntu, --install runs that command.`,
    );
    return false;
  }
  const needsScreen = !headless && process.platform === 'linux';
  if (needsScreen && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    console.error('There is no screen to open a browser on. npm start -- --headless works without one.');
    return false;
  }
  return true;
}

/** Shows the site until the person closes the browser or presses Ctrl-C. */
async function open(browser: Browser, server: SpecimenServer, lang: string): Promise<number> {
  const url = server.url(SITE_HOST, lang === 'en' ? '/?lang=en' : '/');
  const page = await browser.newPage();
  await page.goto(url);
  console.log(
    `\nSpecimen site: ${url}\n  in a browser of your own: ${server.url('site.localhost', '/')}\nCtrl-C ends it.`,
  );
  const interrupted = new Promise<void>((resolve) =>
    process.once('SIGINT', resolve).once('SIGTERM', resolve),
  );
  await Promise.race([interrupted, browser.closed]);
  return 0;
}

process.exitCode = await main();
