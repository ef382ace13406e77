import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiReport } from '../../../lib/reports/channels/api';
import { newEntry } from '../../../lib/reports/ledger/new-entry';
import { description, faultsOf } from '../../support/receiver/description';
import { type Receiver, startReceiver } from '../../support/receiver/receiver';
import { evidenceOf, idOf, submissionTo } from '../../support/reports/submissions';

/** The reference receiver answers as docs/receiver.openapi.yaml says: every route, every status. */

const TOKENS = { token: 'reporter', adminToken: 'handler' };
const EVIDENCE = evidenceOf('a package');
const DIGEST = `sha-256=:${Buffer.from(EVIDENCE.sha256, 'hex').toString('base64')}:`;
const UNKNOWN = idOf(99);

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver(TOKENS);
});
afterEach(() => receiver.close());

const reportOf = (number: number) =>
  apiReport(
    newEntry(submissionTo({ kind: 'api', url: receiver.url }, number, { evidence: EVIDENCE }), 0).submission,
  );

type Request = {
  readonly method: string;
  readonly path: string;
  readonly route?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Blob;
};
type Got = { readonly status: number; readonly json: unknown };

/** Asks, and holds the answer against the schema of its route and status. */
async function ask({
  method,
  path,
  route = path,
  token = TOKENS.token,
  headers = {},
  body,
}: Request): Promise<Got> {
  const answer = await fetch(`${receiver.url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const json: unknown = await answer.json();
  const key = route.replaceAll('~', '~0').replaceAll('/', '~1');
  const documented = description.paths[route]?.[method.toLowerCase()] as { readonly responses: object };
  expect(Object.keys(documented.responses)).toContain(String(answer.status));
  const type = answer.status >= 400 ? 'application/problem+json' : 'application/json';
  expect(answer.headers.get('content-type')).toBe(type);
  const pointer =
    answer.status >= 400
      ? '/components/schemas/Problem'
      : `/paths/${key}/${method.toLowerCase()}/responses/${answer.status}/content/application~1json/schema`;
  expect(faultsOf(pointer, json)).toEqual([]);
  return { status: answer.status, json };
}

const post = (report: object, more: Partial<Request> = {}) =>
  ask({
    method: 'POST',
    path: '/v1/reports',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': (report as { id?: string }).id ?? idOf(1),
    },
    body: JSON.stringify(report),
    ...more,
  });

const put = (id: string, more: Partial<Request> = {}) =>
  ask({
    method: 'PUT',
    path: `/v1/reports/${id}/evidence`,
    route: '/v1/reports/{id}/evidence',
    headers: { 'Content-Type': 'application/zip', 'Content-Digest': DIGEST },
    body: EVIDENCE.bytes,
    ...more,
  });

const get = (id: string, token = TOKENS.token) =>
  ask({ method: 'GET', path: `/v1/reports/${id}`, route: '/v1/reports/{id}', token });

const setStatus = (id: string, body: object, token = TOKENS.adminToken) =>
  ask({
    method: 'PUT',
    path: `/admin/v1/reports/${id}/status`,
    route: '/admin/v1/reports/{id}/status',
    token,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const list = (token = TOKENS.adminToken) => ask({ method: 'GET', path: '/admin/v1/reports', token });

describe('the reference receiver', () => {
  it('takes a report once: 201, then 200 with the same receipt', async () => {
    const first = await post(reportOf(1));
    const again = await post(reportOf(1));
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.json).toEqual(first.json);
    expect((await post(reportOf(2))).json).toMatchObject({ receipt: 'R-000002', status: 'received' });
  });

  it('refuses a report that is not as described', async () => {
    const statuses = [
      await post(reportOf(1), { token: 'other' }),
      await post(reportOf(1), {
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idOf(2) },
      }),
      await post(reportOf(1), { body: 'no JSON' }),
      await post(reportOf(1), { headers: { 'Content-Type': 'text/plain', 'Idempotency-Key': idOf(1) } }),
      await post({ ...reportOf(1), colour: 'red' }),
      await post({ ...reportOf(1), id: '../../etc/passwd' }),
      await post(reportOf(1), { body: `{"pad":"${'a'.repeat(3 * 1024 * 1024)}"}` }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 400, 400, 415, 422, 422, 413]);
    expect(receiver.reports()).toEqual([]);
  });

  it('refuses another report under a used key', async () => {
    await post(reportOf(1));
    expect((await post({ ...reportOf(1), text: 'other' })).status).toBe(409);
  });

  it('takes the announced evidence, and no other', async () => {
    await post(reportOf(1));
    const { evidence: _, ...without } = reportOf(2);
    await post(without);
    const statuses = [
      await put(idOf(1), { token: 'other' }),
      await put(UNKNOWN),
      await put(idOf(2)),
      await put(idOf(1), { headers: { 'Content-Type': 'application/zip' } }),
      await put(idOf(1), { body: 'another' }),
      await put(idOf(1)),
      await put(idOf(1)),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 404, 409, 400, 422, 201, 200]);
  });

  it('says where a report stands, and lets its handler say so', async () => {
    await post(reportOf(1));
    expect((await get(idOf(1))).json).toMatchObject({ status: 'received' });
    expect((await setStatus(idOf(1), { status: 'answered', answer: 'Done' })).status).toBe(200);
    expect((await get(idOf(1))).json).toMatchObject({ status: 'answered', answer: 'Done' });
    const refused = [
      await get(UNKNOWN),
      await get(idOf(1), 'other'),
      await setStatus(UNKNOWN, { status: 'closed' }),
      await setStatus(idOf(1), { status: 'lost' }),
      await setStatus(idOf(1), { status: 'closed' }, TOKENS.token),
      await list(TOKENS.token),
    ].map(({ status }) => status);
    expect(refused).toEqual([404, 401, 404, 422, 401, 401]);
    expect((await list()).json).toHaveLength(1);
  });

  it('has no routes but the described ones', async () => {
    const answer = await fetch(`${receiver.url}/v1/other`);
    const wrong = await fetch(`${receiver.url}/v1/reports`, { method: 'DELETE' });
    expect([answer.status, wrong.status]).toEqual([404, 405]);
    expect(Object.keys(description.paths)).toHaveLength(5);
  });

  it('keeps its reports in a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bianshi-receiver-'));
    try {
      const first = await startReceiver({ ...TOKENS, folder });
      const url = `${first.url}/v1/reports`;
      const headers = {
        Authorization: `Bearer ${TOKENS.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': idOf(1),
      };
      await fetch(url, { method: 'POST', headers, body: JSON.stringify(reportOf(1)) });
      await first.close();
      const second = await startReceiver({ ...TOKENS, folder });
      expect(second.reports()).toMatchObject([{ report: { id: idOf(1) }, status: { receipt: 'R-000001' } }]);
      await second.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
