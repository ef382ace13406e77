import type { PageFunction } from './browser';
import type { Marionette } from './marionette';

/** What a script run through Marionette gives back: a value or the text of its exception. */
type Outcome = { readonly v?: unknown; readonly e?: string };

/** Body of the asynchronous script both contexts run; Marionette appends its callback as the last argument. */
export function scriptOf(fn: string | ((...args: never[]) => unknown)): string {
  return `
    const done = arguments[arguments.length - 1];
    const args = Array.prototype.slice.call(arguments, 0, -1);
    new Promise((resolve) => resolve((${fn}).apply(null, args)))
      .then((v) => done({ v: v === undefined ? null : v }), (e) => done({ e: String(e && e.stack ? e + '\\n' + e.stack : e) }));`;
}

/** The value of an outcome; throws its exception. */
export function resultOf(outcome: Outcome): unknown {
  if (outcome.e !== undefined) throw new Error(outcome.e);
  return outcome.v;
}

/**
 * A WebDriver session over Marionette. The protocol has one current window and one current context, so commands that
 * depend on either run one after the other.
 */
export class FirefoxSession {
  readonly #marionette: Marionette;
  #last: Promise<unknown> = Promise.resolve();

  constructor(marionette: Marionette) {
    this.#marionette = marionette;
  }

  send<Result>(name: string, parameters: object = {}): Promise<Result> {
    return this.#marionette.send<Result>(name, parameters);
  }

  /** Runs `steps` when everything asked for before has ended. Must not be called from within `steps`. */
  inTurn<Result>(steps: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(steps, steps);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Runs `fn` in the browser's own privileged window. */
  asBrowser<Args extends unknown[], Result>(fn: PageFunction<Args, Result>, ...args: Args): Promise<Result> {
    return this.inTurn(async () => {
      await this.send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await this.run(fn, args);
      } finally {
        await this.send('Marionette:SetContext', { value: 'content' });
      }
    });
  }

  /** Runs `fn` in the current window and context; `sandbox: 'system'` makes it privileged in a page. */
  async run<Args extends unknown[], Result>(
    fn: PageFunction<Args, Result> | string,
    args: Args,
    sandbox?: 'system',
  ): Promise<Result> {
    const parameters = { script: scriptOf(fn), args, newSandbox: false, sandbox: sandbox ?? null };
    return resultOf(await this.send<Outcome>('WebDriver:ExecuteAsyncScript', parameters)) as Result;
  }

  /** Asks the browser to quit; a browser that is gone already is no error. */
  async quit(): Promise<void> {
    const asked = this.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    await asked;
    this.#marionette.end();
  }
}
