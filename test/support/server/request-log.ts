import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request as the server saw it; `bytesSent` and `status` are final once `done`. */
export type RequestRecord = {
  readonly method: string;
  /** Path and query as asked for, prefixes included. */
  readonly url: string;
  /** Host name without the port. */
  readonly host: string;
  readonly range?: string;
  readonly referer?: string;
  readonly cookie?: string;
  readonly accept?: string;
  readonly secFetchDest?: string;
  status: number;
  /** Bytes of the body handed to the socket. */
  bytesSent: number;
  done: boolean;
};

/** Starts the record of a request and keeps it up to date until the answer has ended or the client has gone. */
export function recordRequest(request: IncomingMessage, response: ServerResponse): RequestRecord {
  const record: RequestRecord = {
    method: request.method ?? '',
    url: request.url ?? '',
    host: hostName(request),
    ...header(request, 'range', 'range'),
    ...header(request, 'referer', 'referer'),
    ...header(request, 'cookie', 'cookie'),
    ...header(request, 'accept', 'accept'),
    ...header(request, 'sec-fetch-dest', 'secFetchDest'),
    status: 0,
    bytesSent: 0,
    done: false,
  };
  response.once('close', () => {
    record.status = response.statusCode;
    record.done = true;
  });
  return record;
}

/** Host name of a request without its port. */
export function hostName(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '');
}

function header(request: IncomingMessage, name: string, as: string): object {
  const value = request.headers[name];
  return typeof value === 'string' ? { [as]: value } : {};
}
