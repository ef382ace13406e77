import { writeFile } from 'node:fs/promises';
import type { LabelNode, Page, PageFunction } from './browser';
import { runInView, viewUrl, windowPicture } from './firefox-chrome';
import { READ_ALL_LABELS } from './firefox-labels';
import { type FirefoxSession, resultOf, scriptOf } from './firefox-session';
import { waitForLabels, waitForValue } from './wait';

/** Documents of the extension that are no tab. */
export type EmbeddedView = 'popup' | 'sidebar' | 'background';

const POLL_MS = 50;

/**
 * Popup, sidebar or background page of the extension in Firefox: driven through Marionette's actor in the view's own
 * browsing context, since WebDriver knows tabs only.
 */
export class FirefoxEmbeddedPage implements Page {
  readonly #session: FirefoxSession;
  readonly #addon: string;
  readonly #view: EmbeddedView;

  private constructor(session: FirefoxSession, addon: string, view: EmbeddedView) {
    this.#session = session;
    this.#addon = addon;
    this.#view = view;
  }

  /** Waits until the view is open and its document has been parsed; rejects after `timeoutMs`. */
  static async open(
    session: FirefoxSession,
    addon: string,
    view: EmbeddedView,
    timeoutMs: number,
  ): Promise<FirefoxEmbeddedPage> {
    const page = new FirefoxEmbeddedPage(session, addon, view);
    const deadline = performance.now() + timeoutMs;
    while (!(await page.#isReady())) {
      if (performance.now() > deadline) throw new Error(`No ${view} opened within ${timeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    return page;
  }

  goto(url: string): Promise<void> {
    return this.evaluate((to) => {
      location.href = to;
    }, url);
  }

  async url(): Promise<string> {
    return (await this.#session.asBrowser(viewUrl, this.#addon, this.#view)) ?? '';
  }

  evaluate<Args extends unknown[], Result>(fn: PageFunction<Args, Result>, ...args: Args): Promise<Result> {
    return this.#run(fn, args, null);
  }

  waitFor<Args extends unknown[], Result>(
    fn: PageFunction<Args, Result>,
    options?: { readonly timeoutMs?: number; readonly args?: Args },
  ): Promise<Result> {
    return waitForValue(this, fn, options);
  }

  labels(): Promise<readonly LabelNode[]> {
    return this.#run<[], LabelNode[]>(READ_ALL_LABELS, [], 'system');
  }

  waitForLabels(until: (labels: readonly LabelNode[]) => boolean, timeoutMs?: number) {
    return waitForLabels(this, until, timeoutMs);
  }

  async click(x: number, y: number): Promise<void> {
    await this.#run(sendClick, [x, y], 'system');
  }

  async moveMouse(x: number, y: number): Promise<void> {
    await this.#run(sendMove, [x, y], 'system');
  }

  async press(key: string): Promise<void> {
    await this.#run(sendKey, [key], 'system');
  }

  async screenshot(path: string): Promise<void> {
    const url = await this.#session.asBrowser(windowPicture);
    await writeFile(path, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  }

  async close(): Promise<void> {
    await this.evaluate(() => window.close());
  }

  async #isReady(): Promise<boolean> {
    if ((await this.#session.asBrowser(viewUrl, this.#addon, this.#view)) === null) return false;
    return this.evaluate(() => document.readyState !== 'loading' && location.href !== 'about:blank').catch(
      () => false,
    );
  }

  async #run<Args extends unknown[], Result>(
    fn: PageFunction<Args, Result> | string,
    args: Args,
    sandbox: 'system' | null,
  ): Promise<Result> {
    const script = scriptOf(fn);
    const outcome = await this.#session.asBrowser(runInView, this.#addon, this.#view, script, args, sandbox);
    return resultOf(outcome as object) as Result;
  }
}

/** Input made by privileged code is trusted, as a person's is. */
type Synthesizer = Window & {
  synthesizeMouseEvent(
    type: string,
    x: number,
    y: number,
    event: { button: number; clickCount: number },
  ): void;
};

function sendClick(x: number, y: number): void {
  const target = window as unknown as Synthesizer;
  target.synthesizeMouseEvent('mousemove', x, y, { button: 0, clickCount: 0 });
  target.synthesizeMouseEvent('mousedown', x, y, { button: 0, clickCount: 1 });
  target.synthesizeMouseEvent('mouseup', x, y, { button: 0, clickCount: 1 });
}

function sendMove(x: number, y: number): void {
  (window as unknown as Synthesizer).synthesizeMouseEvent('mousemove', x, y, { button: 0, clickCount: 0 });
}

/** Key presses go through the platform's own text input processor. */
function sendKey(key: string): void {
  type Processor = {
    beginInputTransactionForTests(window: Window): boolean;
    keydown(event: KeyboardEvent): number;
    keyup(event: KeyboardEvent): boolean;
  };
  const { Cc, Ci } = globalThis as unknown as {
    Cc: Record<string, { createInstance(type: unknown): Processor }>;
    Ci: Record<string, unknown>;
  };
  const input = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci['nsITextInputProcessor']);
  input?.beginInputTransactionForTests(window);
  const event = new KeyboardEvent('', { key });
  input?.keydown(event);
  input?.keyup(event);
}
