import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf } from '../receiver/body';

/** What a fake personal data server of atproto was asked. */
export type PdsRequest = {
  readonly method: string;
  readonly authorization: string | undefined;
  readonly proxy: string | undefined;
  readonly body: unknown;
};

export type FakePds = {
  readonly url: string;
  readonly log: PdsRequest[];
  /** What `com.atproto.moderation.createReport` does next; `undefined` answers as documented. */
  behave(how: 'break-off' | number | undefined): void;
  close(): Promise<void>;
};

export const ACCOUNT = {
  identifier: 'reporter.example',
  password: 'abcd-efgh-ijkl-mnop',
  did: 'did:plc:reporter',
};
export const ACCESS = 'header.payload.signature';
export const POST = { uri: 'at://did:plc:author/app.bsky.feed.post/3k', cid: 'bafyreia' };

const MAX_BODY_BYTES = 64 * 1024;

/** Starts a server that answers the few methods a report needs, as their lexicons describe them. */
export async function startFakePds(): Promise<FakePds> {
  const log: PdsRequest[] = [];
  let how: 'break-off' | number | undefined;
  const server = createServer((request, response) => {
    void answer(request, log, how).then(([status, json]) => {
      if (status === 0) response.socket?.destroy();
      else response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    behave: (next) => {
      how = next;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  log: PdsRequest[],
  how: 'break-off' | number | undefined,
): Promise<[number, unknown]> {
  const url = new URL(request.url ?? '', 'http://pds');
  const method = url.pathname.replace('/xrpc/', '');
  const text = (await bodyOf(request, MAX_BODY_BYTES))?.toString('utf8') ?? '';
  const body: unknown = text === '' ? Object.fromEntries(url.searchParams) : JSON.parse(text);
  const proxy = request.headers['atproto-proxy'];
  log.push({
    method,
    authorization: request.headers.authorization,
    proxy: typeof proxy === 'string' ? proxy : undefined,
    body,
  });
  return answerTo(method, body, request.headers.authorization, how);
}

function answerTo(
  method: string,
  body: unknown,
  authorization: string | undefined,
  how: 'break-off' | number | undefined,
): [number, unknown] {
  const { identifier, password, handle, rkey } = body as Record<string, unknown>;
  if (method === 'com.atproto.server.createSession')
    return identifier === ACCOUNT.identifier && password === ACCOUNT.password
      ? [200, { did: ACCOUNT.did, accessJwt: ACCESS, refreshJwt: 'r', handle: identifier }]
      : [401, { error: 'AuthenticationRequired', message: 'Invalid identifier or password' }];
  if (method === 'com.atproto.identity.resolveHandle')
    return handle === 'author.example'
      ? [200, { did: 'did:plc:author' }]
      : [400, { error: 'InvalidRequest' }];
  if (method === 'com.atproto.repo.getRecord')
    return rkey === '3k' ? [200, { ...POST, value: {} }] : [400, { error: 'RecordNotFound' }];
  if (method !== 'com.atproto.moderation.createReport') return [404, { error: 'MethodNotImplemented' }];
  if (how === 'break-off') return [0, undefined];
  if (how !== undefined) return [how, { error: 'Failed', message: 'as asked' }];
  if (authorization !== `Bearer ${ACCESS}`) return [401, { error: 'ExpiredToken' }];
  return [200, { id: 42, reportedBy: ACCOUNT.did, createdAt: '2026-11-21T04:00:00Z', ...(body as object) }];
}
