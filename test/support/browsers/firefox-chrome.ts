/*
 * Functions that run inside Firefox' own privileged window. Each is sent as source text, so each stands alone: no
 * imports, no other function of this file.
 */

/** A view of the extension (background page, popup, sidebar, tab) as the browser's parent process knows it. */
type View = {
  readonly viewType: string;
  readonly uri?: { readonly spec: string };
  readonly xulBrowser?: {
    readonly browsingContext: {
      readonly currentWindowGlobal?: { getActor(name: 'MarionetteCommands'): MarionetteActor };
    };
  };
};
/** Marionette's own actor: runs scripts in any browsing context, also in those that are no tab. */
type MarionetteActor = { executeScript(script: string, args: unknown[], options: object): Promise<unknown> };
type Extension = {
  readonly views: Iterable<View>;
  wakeupBackground?(): Promise<void>;
  terminateBackground?(options: object): Promise<void>;
  readonly apiManager: { readonly global: ExtensionGlobal };
};
type ExtensionGlobal = {
  browserActionFor(extension: Extension): {
    openPopup(window: Window, openPopupWithoutUserInteraction: boolean): Promise<void>;
    action: { getContextData(tab: unknown): { badgeText?: string } };
  };
};

declare const Services: {
  readonly locale: { availableLocales: string[]; requestedLocales: string[] };
};
declare const WebExtensionPolicy: {
  getByID(id: string): {
    readonly mozExtensionHostname: string;
    readonly extension: Extension;
    /** Settled once the content processes know the extension. */
    readonly readyPromise?: Promise<unknown>;
  } | null;
};
declare const gBrowser: { readonly selectedTab: unknown; readonly selectedBrowser: HTMLElement };
declare const SidebarController: {
  readonly sidebars: ReadonlyMap<string, unknown>;
  show(key: string): Promise<void>;
};

/**
 * Makes the browser speak `locale`, also to extensions, where its language pack is not installed: Firefox' own
 * interface then falls back to English word by word.
 */
export function useLocale(locale: string): void {
  const wanted = locale === 'en' ? 'en-US' : locale;
  Services.locale.availableLocales = [...new Set([wanted, 'en-US'])];
  Services.locale.requestedLocales = [...new Set([wanted, 'en-US'])];
}

/** Gives the content area `width` × `height` CSS pixels and waits until it has them, or until it stops changing. */
export async function resizeViewport(width: number, height: number): Promise<void> {
  const area = gBrowser.selectedBrowser;
  for (let attempt = 0; attempt < 50; attempt++) {
    if (area.clientWidth === width && area.clientHeight === height) return;
    if (attempt % 10 === 0) window.resizeBy(width - area.clientWidth, height - area.clientHeight);
    await new Promise((resolve) => window.requestAnimationFrame(resolve));
  }
}

/** `moz-extension://…` of an installed add-on. */
export async function extensionOrigin(id: string): Promise<string> {
  const policy = WebExtensionPolicy.getByID(id);
  if (!policy) throw new Error(`Add-on ${id} is not installed`);
  // A page loaded before the content processes know the extension gets no content script.
  await policy.readyPromise;
  return `moz-extension://${policy.mozExtensionHostname}`;
}

/** Opens the toolbar popup as a click on the toolbar button does. */
export async function openPopup(id: string): Promise<void> {
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  if (!extension) throw new Error(`Add-on ${id} is not installed`);
  await extension.apiManager.global.browserActionFor(extension).openPopup(window, true);
}

/** Opens the add-on's sidebar. */
export async function openSidebar(id: string): Promise<void> {
  const start = id.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  const key = [...SidebarController.sidebars.keys()].find((each) => each.includes(start));
  if (key === undefined) throw new Error(`Add-on ${id} has no sidebar`);
  await SidebarController.show(key);
}

/** Badge text of the selected tab. */
export function badgeText(id: string): string {
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  if (!extension) throw new Error(`Add-on ${id} is not installed`);
  const { action } = extension.apiManager.global.browserActionFor(extension);
  return action.getContextData(gBrowser.selectedTab).badgeText ?? '';
}

/** Starts the event page if it sleeps. */
export async function wakeBackground(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id)?.extension.wakeupBackground?.();
}

/** Unloads the event page whatever it is doing, as the browser does with one that is idle. */
export async function stopBackground(id: string): Promise<void> {
  const options = { ignoreDevToolsAttached: true, disableResetIdleForTest: true };
  await WebExtensionPolicy.getByID(id)?.extension.terminateBackground?.(options);
}

/** Address of the add-on's open view of one type (`popup`, `sidebar`, `background`), or nothing. */
export function viewUrl(id: string, type: string): string | null {
  const views = [...(WebExtensionPolicy.getByID(id)?.extension.views ?? [])];
  return views.find(({ viewType }) => viewType === type)?.uri?.spec ?? null;
}

/** Runs a script in the add-on's open view of one type; it answers as `scriptOf` says. */
export async function runInView(
  id: string,
  type: string,
  script: string,
  args: unknown[],
  sandbox: string | null,
): Promise<unknown> {
  const views = [...(WebExtensionPolicy.getByID(id)?.extension.views ?? [])];
  const view = views.find(({ viewType }) => viewType === type);
  const actor = view?.xulBrowser?.browsingContext.currentWindowGlobal?.getActor('MarionetteCommands');
  if (!actor) throw new Error(`The add-on has no open ${type}`);
  const options = {
    async: true,
    timeout: 60_000,
    sandboxName: sandbox,
    newSandbox: false,
    file: type,
    line: 0,
  };
  return actor.executeScript(script, args, options);
}

/** Picture of the whole browser window as a data URL: the only way to see popup and sidebar. */
export async function windowPicture(): Promise<string> {
  const { innerWidth: width, innerHeight: height } = window;
  const context = (window as unknown as { browsingContext: { currentWindowGlobal: Snapshooter } })
    .browsingContext;
  const snapshot = await context.currentWindowGlobal.drawSnapshot(
    new DOMRect(0, 0, width, height),
    1,
    'white',
  );
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(snapshot, 0, 0);
  return canvas.toDataURL('image/png');
}
type Snapshooter = { drawSnapshot(area: DOMRect, scale: number, background: string): Promise<ImageBitmap> };
