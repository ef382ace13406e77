import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ApiReport } from '../../../lib/reports/channels/api';
import type { RemoteState } from '../../../lib/reports/outbox/delivery';
import { bodyOf } from './body';
import { faultsOf } from './description';
import type { Handled, ReceiverStore } from './store';

export type Tokens = {
  /** Bearer token of reporters. */
  readonly token: string;
  /** Bearer token of whoever handles the reports. */
  readonly adminToken: string;
};

export type Answer = { readonly status: number; readonly body: unknown };

/** Limits of the reference receiver; the extension takes 413 for "too large". */
const MAX_REPORT_BYTES = 2 * 1024 * 1024;
const MAX_EVIDENCE_BYTES = 128 * 1024 * 1024;

const ID = '([0-9a-fA-F-]{36})';

type Route = {
  readonly method: string;
  readonly path: RegExp;
  readonly admin?: true;
  answer(request: IncomingMessage, store: ReceiverStore, id: string): Promise<Answer> | Answer;
};

const ROUTES: readonly Route[] = [
  { method: 'POST', path: /^\/v1\/reports$/, answer: postReport },
  { method: 'GET', path: new RegExp(`^/v1/reports/${ID}$`), answer: getReport },
  { method: 'PUT', path: new RegExp(`^/v1/reports/${ID}/evidence$`), answer: putEvidence },
  {
    method: 'GET',
    path: /^\/admin\/v1\/reports$/,
    admin: true,
    answer: (_, store) => ({ status: 200, body: store.all() }),
  },
  { method: 'PUT', path: new RegExp(`^/admin/v1/reports/${ID}/status$`), admin: true, answer: putStatus },
];

/** Answers a request as the description says. Rejects only when the client goes away. */
export async function answerRoute(
  request: IncomingMessage,
  store: ReceiverStore,
  tokens: Tokens,
): Promise<Answer> {
  const path = new URL(request.url ?? '/', 'http://receiver').pathname;
  const here = ROUTES.filter((route) => route.path.test(path));
  const route = here.find(({ method }) => method === request.method);
  if (!route) return problem(here.length > 0 ? 405 : 404, 'There is nothing here');
  const token = route.admin ? tokens.adminToken : tokens.token;
  if (!isAuthorized(request, token)) return problem(401, 'The bearer token is missing or wrong');
  return route.answer(request, store, route.path.exec(path)?.[1] ?? '');
}

function isAuthorized({ headers }: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}

async function postReport(request: IncomingMessage, store: ReceiverStore): Promise<Answer> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return problem(415, 'Send application/json');
  const json = await jsonOf(request);
  if ('status' in json) return json;
  const faults = faultsOf('/components/schemas/Report', json.value);
  if (faults.length > 0) return problem(422, faults.join('; '));
  const report = json.value as ApiReport;
  if (request.headers['idempotency-key'] !== report.id)
    return problem(400, 'Idempotency-Key is to be the id of the report');
  return take(report, store);
}

/** Checked and put without a wait between: two requests at once cannot both be the first. */
function take(report: ApiReport, store: ReceiverStore): Answer {
  const known = store.get(report.id);
  if (known === undefined) return takeFirst(report, store);
  if (JSON.stringify(known.report) !== JSON.stringify(report))
    return problem(409, 'Another report came under this Idempotency-Key');
  store.put({ ...known, arrivals: known.arrivals + 1 });
  return { status: 200, body: known.status };
}

function takeFirst(report: ApiReport, store: ReceiverStore): Answer {
  const status = {
    id: report.id,
    receipt: store.nextReceipt(),
    status: 'received',
    statusAt: now(),
  } as const;
  store.put({ report, status, arrivals: 1 });
  return { status: 201, body: status };
}

function getReport(_: IncomingMessage, store: ReceiverStore, id: string): Answer {
  const handled = store.get(id);
  return handled === undefined ? unknown() : { status: 200, body: handled.status };
}

async function putEvidence(request: IncomingMessage, store: ReceiverStore, id: string): Promise<Answer> {
  const handled = store.get(id);
  if (handled === undefined) return unknown();
  const announced = handled.report.evidence;
  if (announced === undefined) return problem(409, 'The report announced no evidence');
  const bytes = await bodyOf(request, MAX_EVIDENCE_BYTES);
  if (bytes === undefined) return problem(413, 'The package is too large');
  const digest = createHash('sha256').update(bytes);
  const said = /^sha-256=:([^:]+):$/.exec(String(request.headers['content-digest'] ?? ''))?.[1];
  if (said === undefined) return problem(400, 'Content-Digest is missing');
  const hash = digest.digest();
  if (hash.toString('base64') !== said || hash.toString('hex') !== announced.sha256)
    return problem(422, 'The package is not the one that was announced');
  const evidence = { id, sha256: announced.sha256, size: bytes.length };
  store.putEvidence(id, bytes);
  store.put({ ...handled, evidence });
  return { status: handled.evidence === undefined ? 201 : 200, body: evidence };
}

async function putStatus(request: IncomingMessage, store: ReceiverStore, id: string): Promise<Answer> {
  const handled = store.get(id);
  if (handled === undefined) return unknown();
  const json = await jsonOf(request);
  if ('status' in json) return json;
  const body = '/paths/~1admin~1v1~1reports~1{id}~1status/put/requestBody/content/application~1json/schema';
  const faults = faultsOf(body, json.value);
  if (faults.length > 0) return problem(422, faults.join('; '));
  const { status, answer } = json.value as { readonly status: RemoteState; readonly answer?: string };
  const { answer: _, ...standing } = handled.status;
  const next: Handled['status'] = {
    ...standing,
    status,
    statusAt: now(),
    ...(answer === undefined ? {} : { answer }),
  };
  store.put({ ...handled, status: next });
  return { status: 200, body: next };
}

async function jsonOf(request: IncomingMessage): Promise<{ readonly value: unknown } | Answer> {
  const bytes = await bodyOf(request, MAX_REPORT_BYTES);
  if (bytes === undefined) return problem(413, 'The report is too large');
  try {
    return { value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return problem(400, 'The body is no JSON');
  }
}

function unknown(): Answer {
  return problem(404, 'No report came under this id');
}

function problem(status: number, detail: string): Answer {
  return { status, body: { title: 'Refused', status, detail } };
}

function now(): string {
  return new Date().toISOString();
}
