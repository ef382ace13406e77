import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Misbehaviour, misbehave } from './misbehave';
import { type Answer, answerRoute, type Tokens } from './routes';
import { type Handled, ReceiverStore } from './store';

/** What a test may know of a request. */
export type ReceivedRequest = {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly cookie: string | undefined;
  readonly referer: string | undefined;
};

/** A running reference receiver. */
export type Receiver = {
  /** Base address, as a recipient's `api` channel names it. */
  readonly url: string;
  readonly log: ReceivedRequest[];
  reports(): readonly Handled[];
  /** The next deliveries go wrong, one way after the other. */
  misbehave(...how: readonly Misbehaviour[]): void;
  close(): Promise<void>;
};

export type ReceiverOptions = Tokens & {
  readonly port?: number;
  /** Folder to keep reports in; in memory only when left out. */
  readonly folder?: string;
  /** Milliseconds that each delivery takes longer. */
  readonly delayMs?: number;
};

/** Starts the reference receiver of `docs/receiver.openapi.yaml` on 127.0.0.1. Rejects when the port is taken. */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const store = new ReceiverStore(options.folder);
  const log: ReceivedRequest[] = [];
  const faults: Misbehaviour[] = [];
  const server = createServer((request, response) => {
    log.push(recordOf(request));
    const fault = isDelivery(request) ? faults.shift() : undefined;
    void handle(request, response, { store, tokens: options, fault, delayMs: options.delayMs ?? 0 });
  });
  await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    reports: () => store.all(),
    misbehave: (...how) => void faults.push(...how),
    close: () => close(server),
  };
}

type Handling = {
  readonly store: ReceiverStore;
  readonly tokens: Tokens;
  readonly fault: Misbehaviour | undefined;
  readonly delayMs: number;
};

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { store, tokens, fault, delayMs }: Handling,
): Promise<void> {
  try {
    if (fault !== undefined && misbehave(fault, response)) return;
    const answer = await answerRoute(request, store, tokens);
    // Behind the taking: a client that dies now has been heard.
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (fault === 'lose-answer') breakOff(response);
    else send(response, answer);
  } catch {
    // The client has gone in the middle of its request.
    response.destroy();
  }
}

/** Cuts the line within the answer. Before it, a browser would send the request again by itself. */
function breakOff(response: ServerResponse): void {
  response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': 500 });
  response.write('{"id":', () => response.destroy());
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  // Whoever was refused before its body was read gets the answer, and the line is closed behind it.
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    ...(status === 413 ? { Connection: 'close' } : {}),
  };
  response.writeHead(status, headers).end(`${JSON.stringify(body)}\n`);
}

/** Questions about a status come at any time, and are no deliveries. */
function isDelivery({ method, url = '' }: IncomingMessage): boolean {
  return method !== 'GET' && !url.startsWith('/admin/');
}

function recordOf({ method = '', url = '', headers }: IncomingMessage): ReceivedRequest {
  const key = headers['idempotency-key'];
  const { cookie, referer } = headers;
  return { method, path: url, key: Array.isArray(key) ? key[0] : key, cookie, referer };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
