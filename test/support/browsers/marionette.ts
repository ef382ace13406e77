import { connect, type Socket } from 'node:net';

/** A command's answer: `[1, id, error, result]`. */
type Answer = readonly [1, number, { readonly error: string; readonly message: string } | null, unknown];
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

const CONNECT_ATTEMPTS = 150;
const RETRY_MS = 100;
/** A screenshot is the largest message; more than this is not Marionette speaking. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/**
 * Client of Firefox' Marionette protocol: messages are `<length in bytes>:<JSON>` both ways, the first one from the
 * browser is a greeting, commands are `[0, id, name, parameters]`.
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #buffer = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('Firefox closed the connection')));
  }

  /** Connects to a starting browser, trying until its port is open; rejects after 15 s or when `gaveUp` says so. */
  static async connect(port: number, gaveUp: () => string | undefined): Promise<Marionette> {
    for (let attempt = 0; attempt < CONNECT_ATTEMPTS; attempt++) {
      const why = gaveUp();
      if (why !== undefined) throw new Error(why);
      const socket = await tryConnect(port);
      if (socket) return new Marionette(socket);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    throw new Error(`Firefox did not open its Marionette port ${port}`);
  }

  /** Sends a command (`WebDriver:Navigate`) and gives its result, unwrapped from `{value}`. */
  async send<Result = unknown>(name: string, parameters: object = {}): Promise<Result> {
    const id = ++this.#lastId;
    const message = JSON.stringify([0, id, name, parameters]);
    const answered = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    const result = await answered;
    const wrapped = typeof result === 'object' && result !== null && 'value' in result;
    return (wrapped ? result.value : result) as Result;
  }

  end(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (let message = this.#take(); message !== undefined; message = this.#take()) this.#handle(message);
  }

  #take(): string | undefined {
    const colon = this.#buffer.indexOf(':');
    if (colon < 0) return undefined;
    const length = Number(this.#buffer.toString('latin1', 0, colon));
    if (!(length <= MAX_MESSAGE_BYTES)) this.#socket.destroy(new Error('Not a Marionette message'));
    if (!(this.#buffer.length > colon + length)) return undefined;
    const text = this.#buffer.toString('utf8', colon + 1, colon + 1 + length);
    this.#buffer = this.#buffer.subarray(colon + 1 + length);
    return text;
  }

  #handle(text: string): void {
    const message = JSON.parse(text) as unknown;
    if (!Array.isArray(message)) return; // the greeting
    const [, id, error, result] = message as unknown as Answer;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function tryConnect(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}
