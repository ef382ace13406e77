import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { documentAt } from '../../site/documents';
import { renderSite } from '../../site/site';
import { parseTarget, type Target } from './behaviour';
import { findFile } from './folders';
import { misbehave } from './misbehave';
import { hostName, type RequestRecord, recordRequest } from './request-log';
import { type Body, sendBody, sendStatus } from './send';

/** Host names of the specimen site. Browsers resolve them to 127.0.0.1 through their own settings, see `browsers/`. */
export const SITE_HOST = 'site.test';
export const CDN_HOST = 'cdn.test';
export const HOSTS = [SITE_HOST, CDN_HOST] as const;

/** A running specimen server. */
export type SpecimenServer = {
  readonly port: number;
  /** Every request so far, in order of arrival. */
  readonly log: RequestRecord[];
  /** Address of `path` on one of the host names, or on `127.0.0.1`. */
  url(host: string, path: string): string;
  /** Lets every request to a `/held/` path go, those to come included, until `hold()`. */
  release(): void;
  hold(): void;
  close(): Promise<void>;
};

/**
 * Starts the server of the specimen site on 127.0.0.1: pages, own media and, where present, the corpus in place.
 *
 * @param options.port port to listen on; any free one when left out. Rejects when the port is taken.
 */
export async function startServer(options: { readonly port?: number } = {}): Promise<SpecimenServer> {
  const log: RequestRecord[] = [];
  const gate = new Gate();
  const server = createServer((request, response) => void answer(request, response, log, gate));
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    log,
    url: (host, path) => `http://${host}:${port}${path}`,
    release: () => gate.open(),
    hold: () => gate.shut(),
    close: () => close(server, gate),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  log: RequestRecord[],
  gate: Gate,
): Promise<void> {
  const record = recordRequest(request, response);
  log.push(record);
  const target = parseTarget(record.url);
  const nth = log.filter(({ url, range }) => url === record.url && range === undefined).length;
  const isWhole = record.range === undefined;
  const isHeld = target.behaviours.has('held') || (target.behaviours.has('heldrange') && !isWhole);
  if (isHeld || (isWhole && nth >= target.heldFrom)) await gate.passed();
  if (target.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, target.delayMs));
  if (response.destroyed) return;
  const exchange = { request, response, target, record, isCut: isWhole && target.cuts.includes(nth) };
  const refused = refusal(request, target);
  if (refused) return sendStatus(exchange, ...refused);
  if (misbehave(exchange)) return;
  const body = findBody(request, target);
  return body ? sendBody(exchange, body) : sendStatus(exchange, 404, 'Not found');
}

function refusal(request: IncomingMessage, target: Target): [number, string] | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return [405, 'Method not allowed'];
  if (target.behaviours.has('404')) return [404, 'Not found'];
  const isSignedIn = request.headers.range === undefined || request.headers.cookie !== undefined;
  if (target.behaviours.has('signin') && !isSignedIn) return [401, 'Sign in first'];
  const referer = request.headers.referer ?? '';
  const fromSite = URL.canParse(referer) && new URL(referer).hostname.startsWith('site.');
  return target.behaviours.has('hotlink') && !fromSite ? [403, 'Only for pages of the site'] : undefined;
}

function findBody(request: IncomingMessage, target: Target): Body | undefined {
  const file = findFile(target.path);
  const made = file ?? documentAt(target.path);
  if (made) return made;
  const port = (request.headers.host ?? '').replace(/^[^:]*/, '');
  const html = renderSite(target.path, { host: hostName(request), port, query: target.query });
  return html === undefined ? undefined : { text: html, type: 'text/html; charset=utf-8' };
}

/** Holds back requests until a test lets them go. */
class Gate {
  #isOpen = false;
  #waiting: (() => void)[] = [];

  passed(): Promise<void> {
    return this.#isOpen ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  open(): void {
    this.#isOpen = true;
    for (const go of this.#waiting.splice(0)) go();
  }

  shut(): void {
    this.#isOpen = false;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function close(server: Server, gate: Gate): Promise<void> {
  gate.open();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
