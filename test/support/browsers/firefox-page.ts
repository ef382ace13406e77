import { writeFile } from 'node:fs/promises';
import type { LabelNode, Page, PageFunction } from './browser';
import { READ_ALL_LABELS } from './firefox-labels';
import type { FirefoxSession } from './firefox-session';
import { waitForLabels, waitForValue } from './wait';

/** WebDriver's code points for keys that are no character. */
const KEYS: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Space: ' ',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
};

/** A tab of Firefox. Every command selects the tab first: the protocol has one current window. */
export class FirefoxTab implements Page {
  readonly #session: FirefoxSession;
  readonly #handle: string;

  constructor(session: FirefoxSession, handle: string) {
    this.#session = session;
    this.#handle = handle;
  }

  /** Brings the tab to the front. */
  activate(): Promise<void> {
    return this.#here(async () => undefined);
  }

  async goto(url: string): Promise<void> {
    await this.#here(() => this.#session.send('WebDriver:Navigate', { url }));
  }

  url(): Promise<string> {
    return this.#here(() => this.#session.send<string>('WebDriver:GetCurrentURL'));
  }

  evaluate<Args extends unknown[], Result>(fn: PageFunction<Args, Result>, ...args: Args): Promise<Result> {
    return this.#here(() => this.#session.run(fn, args));
  }

  waitFor<Args extends unknown[], Result>(
    fn: PageFunction<Args, Result>,
    options?: { readonly timeoutMs?: number; readonly args?: Args },
  ): Promise<Result> {
    return waitForValue(this, fn, options);
  }

  labels(): Promise<readonly LabelNode[]> {
    return this.#here(() => this.#session.run<[], LabelNode[]>(READ_ALL_LABELS, [], 'system'));
  }

  waitForLabels(until: (labels: readonly LabelNode[]) => boolean, timeoutMs?: number) {
    return waitForLabels(this, until, timeoutMs);
  }

  async click(x: number, y: number): Promise<void> {
    await this.#pointer([
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  async moveMouse(x: number, y: number): Promise<void> {
    await this.#pointer([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }]);
  }

  async press(key: string): Promise<void> {
    const value = KEYS[key] ?? key;
    const actions = [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
    await this.#perform({ type: 'key', id: 'keyboard', actions });
  }

  async screenshot(path: string): Promise<void> {
    const base64 = await this.#here(() =>
      this.#session.send<string>('WebDriver:TakeScreenshot', { full: false }),
    );
    await writeFile(path, Buffer.from(base64, 'base64'));
  }

  /** The page on paper, as PDF. */
  async print(): Promise<Buffer> {
    const base64 = await this.#here(() =>
      this.#session.send<string>('WebDriver:Print', { background: true }),
    );
    return Buffer.from(base64, 'base64');
  }

  async close(): Promise<void> {
    await this.#here(() => this.#session.send('WebDriver:CloseWindow'));
  }

  async #pointer(actions: readonly object[]): Promise<void> {
    await this.#perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  async #perform(source: object): Promise<void> {
    await this.#here(() => this.#session.send('WebDriver:PerformActions', { actions: [source] }));
  }

  #here<Result>(steps: () => Promise<Result>): Promise<Result> {
    return this.#session.inTurn(async () => {
      await this.#session.send('WebDriver:SwitchToWindow', { handle: this.#handle, focus: true });
      return steps();
    });
  }
}
