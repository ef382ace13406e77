export const BROWSER_NAMES = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSER_NAMES)[number];

/** Rectangle in CSS pixels of the page's viewport. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** One overlay label as a person sees it: read out of the extension's closed shadow root. */
export type LabelNode = {
  /** Value of `data-aigc-badge`. */
  readonly badge: string;
  /** Rendered text, white space collapsed. */
  readonly text: string;
  /** What assistive technology is told, where it differs. */
  readonly name: string;
  readonly box: Box;
  /** Rendered: neither `display:none`, `visibility:hidden`, fully transparent nor without size. */
  readonly visible: boolean;
};

export type LaunchOptions = {
  /** Unpacked build of the extension; none is loaded when left out. */
  readonly extensionDir?: string;
  /** An extension may be installed later; Chromium has to be started for that. */
  readonly installable?: boolean;
  /** User-interface language of the browser. */
  readonly locale?: 'zh-CN' | 'en';
  /** Host names resolved to 127.0.0.1. */
  readonly hosts: readonly string[];
  /** Without a window; default. */
  readonly headless?: boolean;
  /** Refuse every other host; default. */
  readonly offline?: boolean;
  /** Size of the viewport in CSS pixels (headless only). */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** `false`: no debugger is told of requests, as in a person's browser (Chromium); it costs with each of them. */
  readonly requestEvents?: boolean;
  /** Folder of a profile that outlives the browser; a fresh one, removed with it, when left out. */
  readonly profile?: string;
  /** What an organisation presets for the extension (`storage.managed`). */
  readonly policy?: Readonly<Record<string, unknown>>;
};

// biome-ignore lint/suspicious/noExplicitAny: arguments cross into the page as JSON, whatever the function takes.
export type PageFunction<Args extends any[], Result> = (...args: Args) => Result | Promise<Result>;

/** One document the test drives: a tab, the popup, the side panel or the sidebar. */
export interface Page {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** Runs `fn` in the page's own world. Arguments and result are JSON; an exception in the page rejects. */
  evaluate<Args extends unknown[], Result>(fn: PageFunction<Args, Result>, ...args: Args): Promise<Result>;
  /** Waits, frame by frame in the page, until `fn` gives something truthy; rejects after `timeoutMs`. */
  waitFor<Args extends unknown[], Result>(
    fn: PageFunction<Args, Result>,
    options?: { readonly timeoutMs?: number; readonly args?: Args },
  ): Promise<Result>;
  /** All labels in the document, in document order. */
  labels(): Promise<readonly LabelNode[]>;
  /** Waits, frame by frame, until the labels satisfy `until`; rejects with what was there instead. */
  waitForLabels(
    until: (labels: readonly LabelNode[]) => boolean,
    timeoutMs?: number,
  ): Promise<readonly LabelNode[]>;
  /** A trusted mouse click at viewport coordinates. */
  click(x: number, y: number): Promise<void>;
  moveMouse(x: number, y: number): Promise<void>;
  /** A trusted key press by its `KeyboardEvent.key` name (`Enter`, `Tab`, `Escape`, `a`). */
  press(key: string): Promise<void>;
  /** Saves what the viewport shows as PNG. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser with the extension in it; both drivers behave alike. */
export interface Browser {
  readonly name: BrowserName;
  readonly version: string;
  newPage(): Promise<Page>;
  /** Installs an unpacked build while pages are open; again for an update, which cuts off the scripts there are. */
  install(folder: string): Promise<void>;
  /** Origin of the extension's own pages, without a slash at the end. */
  extensionOrigin(): string;
  /** Opens a page of the extension (`popup.html`) in a tab. */
  extensionPage(path: string): Promise<Page>;
  /** Opens the toolbar popup over the active tab, as a click on the toolbar button does. */
  openPopup(over: Page): Promise<Page>;
  /** Waits for the side panel (Chromium) or the sidebar (Firefox) that the extension has opened. */
  panel(timeoutMs?: number): Promise<Page>;
  /** Opens the sidebar through the browser's own interface where it can (Firefox); else through the extension's page. */
  openPanel(over: Page): Promise<Page>;
  /** Toolbar badge text of the tab that shows `page`. */
  badgeText(page: Page): Promise<string>;
  /** Runs `fn` in the extension's background context. */
  background<Args extends unknown[], Result>(fn: PageFunction<Args, Result>, ...args: Args): Promise<Result>;
  /**
   * How many hosts of the credential worker there are: the offscreen document (Chromium), or the event page while it
   * is loaded (Firefox). Asking starts nothing.
   */
  checkHosts(): Promise<number>;
  /** Ends the host of the credential worker in the middle of its work, as the browser may at any time. */
  endCheckHost(): Promise<void>;
  /** Resolves when the browser has gone, whoever ended it. */
  readonly closed: Promise<void>;
  /** Ends the browser (only the process this driver started) and removes its profile, unless that was named. */
  close(): Promise<void>;
  /** Ends the browser as a power failure would: at once, in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** How long a condition may take to come true on a busy machine; what is there at once is not waited for. */
export const DEFAULT_TIMEOUT_MS = 25_000;
export const DEFAULT_VIEWPORT = { width: 1280, height: 860 } as const;
