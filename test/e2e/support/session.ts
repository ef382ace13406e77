import { afterAll, beforeAll } from 'vitest';
import type { SpecimenPage } from '../../site/page';
import {
  BROWSER_NAMES,
  type Browser,
  type BrowserName,
  type LaunchOptions,
  type Page,
} from '../../support/browsers/browser';
import { buildFolder, launchBrowser } from '../../support/browsers/launch';
import { HOSTS, SITE_HOST, type SpecimenServer, startServer } from '../../support/server/server';

/** The specimen server and the browser with the extension, for all tests of a file. Usable once `beforeAll` has run. */
export type Session = {
  readonly server: SpecimenServer;
  readonly browser: Browser;
  /** Opens a page of the specimen site (`''`: its index) in a tab of its own. */
  open(pageId: SpecimenPage['id'], lang?: 'zh' | 'en'): Promise<Page>;
};

type OptionsFor = (server: SpecimenServer) => Promise<Partial<LaunchOptions>>;

/** Browser these tests run in: env `BIANSHI_BROWSER`, which the vitest projects set. */
export const BROWSER_NAME: BrowserName = nameFrom(process.env['BIANSHI_BROWSER']);

/**
 * Starts server and browser before the tests of a file and closes both behind them. Call it once, at top level.
 *
 * @param options or what gives them, once the server stands
 */
export function useSession(options: Partial<LaunchOptions> | OptionsFor = {}): Session {
  let server: SpecimenServer | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser(BROWSER_NAME, {
      extensionDir: buildFolder(BROWSER_NAME),
      hosts: HOSTS,
      locale: 'en',
      ...(typeof options === 'function' ? await options(server) : options),
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const session: Session = {
    get server() {
      return started(server);
    },
    get browser() {
      return started(browser);
    },
    open: async (pageId, lang = 'en') => {
      const page = await session.browser.newPage();
      await page.goto(session.server.url(SITE_HOST, pathOf(pageId, lang)));
      return page;
    },
  };
  return session;
}

function pathOf(pageId: string, lang: 'zh' | 'en'): string {
  const path = pageId === '' ? '/' : `/pages/${pageId}`;
  return lang === 'en' ? `${path}?lang=en` : path;
}

function started<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('The session is usable in tests and in hooks behind useSession()');
  return part;
}

function nameFrom(value: string | undefined): BrowserName {
  const name = BROWSER_NAMES.find((each) => each === (value ?? 'chromium'));
  if (name === undefined)
    throw new Error(`BIANSHI_BROWSER is ${value}; it is one of ${BROWSER_NAMES.join(', ')}`);
  return name;
}
