import { resolve } from 'node:path';
import {
  type Browser,
  DEFAULT_TIMEOUT_MS,
  DEFAULT_VIEWPORT,
  type LaunchOptions,
  type Page,
  type PageFunction,
} from './browser';
import * as privileged from './firefox-chrome';
import { FirefoxEmbeddedPage } from './firefox-embedded-page';
import { FirefoxTab } from './firefox-page';
import { type FirefoxProcess, startFirefox } from './firefox-process';
import { FirefoxSession } from './firefox-session';

const SCRIPT_TIMEOUT_MS = 120_000;
const PAGE_TIMEOUT_MS = 60_000;

/** Starts Firefox with the extension, in a fresh profile. Rejects when it is not installed or does not start. */
export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const process = await startFirefox(options);
  try {
    return await prepare(process, options);
  } catch (error) {
    await process.end();
    throw error;
  }
}

async function prepare(process: FirefoxProcess, options: LaunchOptions): Promise<FirefoxBrowser> {
  const session = new FirefoxSession(process.marionette);
  const capabilities = { alwaysMatch: { acceptInsecureCerts: true } };
  const started = await session.send<{ capabilities: { browserVersion: string } }>('WebDriver:NewSession', {
    capabilities,
  });
  await session.send('WebDriver:SetTimeouts', { script: SCRIPT_TIMEOUT_MS, pageLoad: PAGE_TIMEOUT_MS });
  await session.asBrowser(privileged.useLocale, options.locale ?? 'en');
  if (options.headless ?? true) {
    const { width, height } = options.viewport ?? DEFAULT_VIEWPORT;
    await session.asBrowser(privileged.resizeViewport, width, height);
  }
  const addon = options.extensionDir === undefined ? undefined : await install(session, options.extensionDir);
  const browser = new FirefoxBrowser(process, session, started.capabilities.browserVersion, addon);
  if (addon) await untilInjected(browser);
  return browser;
}

/**
 * Firefox puts content scripts into the tabs that are open when an add-on is installed. A page that is opened before
 * that is done may get its script twice, the first cut off from the extension: the script in the first tab is waited for.
 */
async function untilInjected(browser: Browser): Promise<void> {
  const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
  while (!(await browser.background(watchesATab))) {
    if (performance.now() > deadline)
      throw new Error('No content script stood in a tab within 10 s of the installation');
  }
}

/** Sent into the background of the extension: whether its script is in any of the tabs that were open. */
async function watchesATab(): Promise<boolean> {
  type Api = {
    readonly tabs: { query(all: object): Promise<readonly { readonly id?: number }[]> };
    readonly scripting: { executeScript(what: object): Promise<readonly { readonly result?: unknown }[]> };
  };
  const { browser } = globalThis as unknown as { readonly browser: Api };
  const stands = () => Symbol.for('bianshi.sentry') in globalThis;
  const ask = ({ id }: { readonly id?: number }) =>
    browser.scripting.executeScript({ target: { tabId: id }, func: stands }).catch(() => []);
  const answers = await Promise.all((await browser.tabs.query({})).map(ask));
  return answers.flat().some(({ result }) => result === true);
}

type Addon = { readonly id: string; readonly origin: string };

async function install(session: FirefoxSession, folder: string): Promise<Addon> {
  const id = await session.send<string>('Addon:Install', { path: resolve(folder), temporary: true });
  return { id, origin: await session.asBrowser(privileged.extensionOrigin, id) };
}

class FirefoxBrowser implements Browser {
  readonly name = 'firefox';
  readonly version: string;
  readonly closed: Promise<void>;
  readonly #process: FirefoxProcess;
  readonly #session: FirefoxSession;
  #addon: Addon | undefined;

  constructor(process: FirefoxProcess, session: FirefoxSession, version: string, addon: Addon | undefined) {
    this.#process = process;
    this.#session = session;
    this.version = version;
    this.closed = process.ended;
    this.#addon = addon;
  }

  async newPage(): Promise<Page> {
    // The window that was current last may have been closed; a command needs one that is there.
    const [standing] = await this.#session.send<string[]>('WebDriver:GetWindowHandles');
    await this.#session.send('WebDriver:SwitchToWindow', { handle: standing, focus: false });
    const { handle } = await this.#session.send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab' });
    await this.#session.send('WebDriver:SwitchToWindow', { handle, focus: true });
    return new FirefoxTab(this.#session, handle);
  }

  async install(folder: string): Promise<void> {
    this.#addon = await install(this.#session, folder);
  }

  extensionOrigin(): string {
    return this.#required().origin;
  }

  async extensionPage(path: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(`${this.extensionOrigin()}/${path}`);
    return page;
  }

  async openPopup(over: Page): Promise<Page> {
    await asTab(over).activate();
    await this.#session.asBrowser(privileged.openPopup, this.#required().id);
    return FirefoxEmbeddedPage.open(this.#session, this.#required().id, 'popup', DEFAULT_TIMEOUT_MS);
  }

  panel(timeoutMs = DEFAULT_TIMEOUT_MS): Promise<Page> {
    return FirefoxEmbeddedPage.open(this.#session, this.#required().id, 'sidebar', timeoutMs);
  }

  async openPanel(over: Page): Promise<Page> {
    await asTab(over).activate();
    await this.#session.asBrowser(privileged.openSidebar, this.#required().id);
    return this.panel();
  }

  async badgeText(page: Page): Promise<string> {
    await asTab(page).activate();
    return this.#session.asBrowser(privileged.badgeText, this.#required().id);
  }

  async background<Args extends unknown[], Result>(
    fn: PageFunction<Args, Result>,
    ...args: Args
  ): Promise<Result> {
    await this.#session.asBrowser(privileged.wakeBackground, this.#required().id);
    const background = await FirefoxEmbeddedPage.open(
      this.#session,
      this.#required().id,
      'background',
      DEFAULT_TIMEOUT_MS,
    );
    return background.evaluate(fn, ...args);
  }

  async checkHosts(): Promise<number> {
    const url = await this.#session.asBrowser(privileged.viewUrl, this.#required().id, 'background');
    return url === null ? 0 : 1;
  }

  endCheckHost(): Promise<void> {
    return this.#session.asBrowser(privileged.stopBackground, this.#required().id);
  }

  kill(): Promise<void> {
    return this.#process.end();
  }

  async close(): Promise<void> {
    await this.#session.quit();
    await this.#process.end();
  }

  #required(): Addon {
    if (!this.#addon) throw new Error('The browser was started without an extension');
    return this.#addon;
  }
}

function asTab(page: Page): FirefoxTab {
  if (page instanceof FirefoxTab) return page;
  throw new Error('This page is not a tab of this browser');
}
