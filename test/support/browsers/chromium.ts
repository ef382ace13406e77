import { resolve } from 'node:path';
import { launch, type Browser as Puppeteer, type Target } from 'puppeteer-core';
import {
  type Browser,
  DEFAULT_TIMEOUT_MS,
  DEFAULT_VIEWPORT,
  type LaunchOptions,
  type Page,
  type PageFunction,
} from './browser';
import { chromiumFlags } from './chromium-flags';
import { ChromiumPage } from './chromium-page';
import { presetPolicy } from './chromium-policy';
import { requireBrowser } from './require-browser';

/** Starts Chromium with the extension, in a fresh profile. Rejects when it is not installed or does not start. */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const executablePath = requireBrowser('chromium');
  const headless = options.headless ?? true;
  const puppeteer = await launch({
    executablePath,
    headless,
    pipe: true,
    networkEnabled: options.requestEvents ?? true,
    enableExtensions:
      options.extensionDir === undefined ? (options.installable ?? false) : [options.extensionDir],
    args: chromiumFlags(options),
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    env: { ...process.env, ...languageEnvironment(options.locale) },
    defaultViewport: headless ? (options.viewport ?? DEFAULT_VIEWPORT) : null,
  });
  const browser = new ChromiumBrowser(puppeteer, options, await puppeteer.version());
  if (options.extensionDir !== undefined) await browser.waitForExtension();
  if (options.policy !== undefined)
    await presetPolicy(puppeteer, new URL(browser.extensionOrigin()).host, options.policy);
  return browser;
}

/**
 * On Linux Chromium takes its language from the environment, not from `--lang`. Debian ships every language but
 * English in `chromium-l10n`; without it `i18n.getUILanguage()` stays `en-US` and only `navigator.languages` follows.
 */
function languageEnvironment(locale: LaunchOptions['locale']): Record<string, string> {
  return { LANGUAGE: locale === 'zh-CN' ? 'zh_CN' : 'en' };
}

class ChromiumBrowser implements Browser {
  readonly name = 'chromium';
  readonly version: string;
  readonly closed: Promise<void>;
  readonly #puppeteer: Puppeteer;
  readonly #options: LaunchOptions;
  #origin: string | undefined;
  #freshTab = true;

  constructor(puppeteer: Puppeteer, options: LaunchOptions, version: string) {
    this.#puppeteer = puppeteer;
    this.#options = options;
    this.version = version;
    this.closed = new Promise((resolve) => puppeteer.once('disconnected', resolve));
  }

  async waitForExtension(): Promise<void> {
    const target = await this.#worker();
    this.#origin = new URL(target.url()).href.split('/').slice(0, 3).join('/');
  }

  async newPage(): Promise<Page> {
    const page = await this.#nextTab();
    if (this.#options.colorScheme) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: this.#options.colorScheme }]);
    }
    return new ChromiumPage(page);
  }

  async install(folder: string): Promise<void> {
    const old = this.#puppeteer.targets().find(isWorker);
    const ending = old && this.#ending(old);
    await this.#puppeteer.installExtension(resolve(folder));
    // The worker of the version before is listed for a while and answers nothing any more.
    await ending?.ended;
    await this.waitForExtension();
  }

  extensionOrigin(): string {
    if (this.#origin === undefined) throw new Error('The browser was started without an extension');
    return this.#origin;
  }

  async extensionPage(path: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(`${this.extensionOrigin()}/${path}`);
    return page;
  }

  async openPopup(over: Page): Promise<Page> {
    await asChromium(over).raw.bringToFront();
    const [extension] = [...(await this.#puppeteer.extensions()).values()];
    if (!extension) throw new Error('The browser was started without an extension');
    const opened = this.#extensionPageTarget('popup.html', DEFAULT_TIMEOUT_MS);
    await asChromium(over).raw.triggerExtensionAction(extension);
    return this.#pageOf(await opened);
  }

  async panel(timeoutMs = DEFAULT_TIMEOUT_MS): Promise<Page> {
    return this.#pageOf(await this.#extensionPageTarget('sidepanel.html', timeoutMs));
  }

  /** Chromium opens a side panel only on a gesture inside the extension: the panel's page is shown in a tab instead. */
  openPanel(_over: Page): Promise<Page> {
    return this.extensionPage('sidepanel.html');
  }

  async badgeText(page: Page): Promise<string> {
    return this.background(readBadge, await page.url());
  }

  async background<Args extends unknown[], Result>(
    fn: PageFunction<Args, Result>,
    ...args: Args
  ): Promise<Result> {
    const target = await this.#worker();
    const { ended, forget } = this.#ending(target);
    const lost = ended.then(() => Promise.reject(new Error(WORKER_GONE)));
    const ask = async () => (await target.worker())?.evaluate(fn as (...all: unknown[]) => unknown, ...args);
    try {
      return (await Promise.race([ask(), lost])) as Result;
    } finally {
      forget();
    }
  }

  checkHosts(): Promise<number> {
    return this.background(countOffscreen);
  }

  endCheckHost(): Promise<void> {
    return this.background(() => chrome.offscreen.closeDocument());
  }

  async kill(): Promise<void> {
    const child = this.#puppeteer.process();
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async close(): Promise<void> {
    const child = this.#puppeteer.process();
    await this.#puppeteer.close().catch(() => child?.kill('SIGKILL'));
  }

  /** The blank tab the browser starts with is used first. */
  async #nextTab() {
    const [first] = this.#freshTab ? await this.#puppeteer.pages() : [];
    this.#freshTab = false;
    return first ?? this.#puppeteer.newPage();
  }

  /** The end of a target; an answer it still owes never comes. */
  #ending(target: Target): { readonly ended: Promise<void>; forget(): void } {
    let notice: (other: Target) => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      notice = (other) => {
        if (other === target) resolve();
      };
    });
    this.#puppeteer.on('targetdestroyed', notice);
    return { ended, forget: () => this.#puppeteer.off('targetdestroyed', notice) };
  }

  #worker(): Promise<Target> {
    return this.#puppeteer.waitForTarget(isWorker, { timeout: DEFAULT_TIMEOUT_MS });
  }

  /** The popup and the side panel are page targets of their own, beside the tabs. */
  #extensionPageTarget(file: string, timeout: number): Promise<Target> {
    const start = `${this.extensionOrigin()}/${file}`;
    return this.#puppeteer.waitForTarget((target) => target.url().startsWith(start), { timeout });
  }

  async #pageOf(target: Target): Promise<Page> {
    return new ChromiumPage(await target.asPage());
  }
}

const WORKER_GONE = 'The service worker of the extension has gone';

const isWorker = (target: Target): boolean =>
  target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');

function asChromium(page: Page): ChromiumPage {
  if (page instanceof ChromiumPage) return page;
  throw new Error('This page belongs to another browser');
}

/** The part of the extension API that is asked in the service worker. */
declare const chrome: {
  readonly tabs: { query(all: object): Promise<readonly { readonly id?: number; readonly url?: string }[]> };
  readonly runtime: { getContexts(filter: object): Promise<readonly unknown[]> };
  readonly offscreen: { closeDocument(): Promise<void> };
  readonly action: { getBadgeText(which: { readonly tabId?: number }): Promise<string> };
};

async function readBadge(url: string): Promise<string> {
  const tabs = await chrome.tabs.query({});
  const tab = tabs.find((each) => each.url === url);
  return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
}

async function countOffscreen(): Promise<number> {
  return (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length;
}
