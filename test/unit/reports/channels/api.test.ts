import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askStatus, deliverByApi } from '../../../../lib/reports/channels/api';
import type { Wire } from '../../../../lib/reports/channels/exchange';
import { newEntry } from '../../../../lib/reports/ledger/new-entry';
import type { Outcome } from '../../../../lib/reports/outbox/delivery';
import type { Submission } from '../../../../lib/reports/submission';
import type { Misbehaviour } from '../../../support/receiver/misbehave';
import { type Receiver, startReceiver } from '../../../support/receiver/receiver';
import { evidenceOf, idOf, submissionTo } from '../../../support/reports/submissions';

const TOKENS = { token: 'reporter', adminToken: 'handler' };

/** A server that stalls is waited for this long here, instead of half a minute. */
const STALL_MS = 300;
const wire: Wire = {
  fetch: globalThis.fetch,
  timeout: (ms) => AbortSignal.timeout(Math.min(ms, STALL_MS)),
  now: () => 0,
};

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver(TOKENS);
});
afterEach(() => receiver.close());

const report = (more: Partial<Submission> = {}, url = receiver.url) =>
  submissionTo({ kind: 'api', url }, 1, more);

function deliver(submission: Submission, token: string | undefined = TOKENS.token): Promise<Outcome> {
  const { submission: kept } = newEntry(submission, 0);
  return deliverByApi({ submission: kept, evidence: submission.evidence?.bytes, token }, wire);
}

describe('a report to an endpoint', () => {
  it('arrives with its evidence and brings a receipt', async () => {
    const evidence = evidenceOf('a package');
    const outcome = await deliver(report({ evidence }));
    expect(outcome).toEqual({
      kind: 'delivered',
      remote: { receipt: 'R-000001', status: 'received' },
      evidence: 'taken',
    });
    const [handled] = receiver.reports();
    expect(handled?.report).toMatchObject({ id: idOf(1), text: 'Report 1', report: { number: 1 } });
    expect(handled?.evidence).toEqual({ id: idOf(1), sha256: evidence.sha256, size: 9 });
  });

  it('sends no cookie and no referrer, and its own id as the key', async () => {
    await deliver(report());
    expect(receiver.log).toEqual([
      { method: 'POST', path: '/v1/reports', key: idOf(1), cookie: undefined, referer: undefined },
    ]);
  });

  it('arrives once, however often it is sent', async () => {
    const first = await deliver(report());
    receiver.misbehave('lose-answer');
    expect(await deliver(report())).toMatchObject({ kind: 'retry', problem: { kind: 'unreachable' } });
    expect(await deliver(report())).toEqual(first);
    expect(receiver.reports().map(({ arrivals }) => arrivals)).toEqual([3]);
  });

  it('holds no address that its person left out of text and report', async () => {
    await deliver(report({ evidence: evidenceOf('a package') }));
    const sent = JSON.stringify(receiver.reports()[0]?.report);
    expect(sent).not.toContain('cdn.example');
    expect(sent).not.toContain('news.example');
    expect(sent).not.toContain('Story 1');
  });

  it('keeps an endpoint’s own path, and drops its query', async () => {
    await deliver(report({}, `${receiver.url}/base/?x=1`));
    expect(receiver.log.map(({ path }) => path)).toEqual(['/base/v1/reports']);
  });

  it.each<[Misbehaviour, Outcome['kind'], string]>([
    ['400', 'stop', 'refused'],
    ['401', 'ask', 'token'],
    ['403', 'ask', 'token'],
    ['409', 'stop', 'conflict'],
    ['429', 'retry', 'busy'],
    ['500', 'retry', 'server-error'],
    ['503', 'retry', 'busy'],
    ['nonsense', 'retry', 'nonsense'],
    ['other-receipt', 'retry', 'nonsense'],
    ['huge', 'retry', 'nonsense'],
    ['redirect', 'stop', 'redirected'],
    ['redirect-away', 'stop', 'redirected'],
    ['stall', 'retry', 'timed-out'],
    ['lose-request', 'retry', 'unreachable'],
  ])('meets %s with %s: %s', async (how, kind, problem) => {
    receiver.misbehave(how);
    expect(await deliver(report())).toMatchObject({ kind, problem: { kind: problem } });
    expect(receiver.reports()).toEqual([]);
  });

  it('takes the server’s own words as one bounded line, and its Retry-After', async () => {
    receiver.misbehave('429');
    expect(await deliver(report())).toEqual({
      kind: 'retry',
      problem: { kind: 'busy', status: 429, words: '=Said with 429 as asked' },
      afterMs: 60_000,
    });
  });

  it('asks for a token where it is missing or wrong', async () => {
    const wanting = { kind: 'ask', problem: { kind: 'token', status: 401 } };
    expect(await deliver(report(), 'other')).toMatchObject(wanting);
    const { submission } = newEntry(report(), 0);
    expect(await deliverByApi({ submission, evidence: undefined, token: undefined }, wire)).toMatchObject(
      wanting,
    );
  });

  it('counts as arrived where only its evidence is refused, and says so', async () => {
    const evidence = { ...evidenceOf('a package'), sha256: evidenceOf('another').sha256 };
    expect(await deliver(report({ evidence }))).toMatchObject({
      kind: 'delivered',
      evidence: 'refused',
      words: 'The package is not the one that was announced',
    });
  });

  it('tries again with the same key where only the evidence was lost on the way', async () => {
    receiver.misbehave('lose-answer');
    expect(await deliver(report({ evidence: evidenceOf('a package') }))).toMatchObject({ kind: 'retry' });
    expect(await deliver(report({ evidence: evidenceOf('a package') }))).toMatchObject({ evidence: 'taken' });
    expect(receiver.reports()).toHaveLength(1);
  });

  it.each([
    'http://reports.example',
    'http://192.168.0.1',
    'ftp://reports.example',
    'https://user:password@reports.example',
    'javascript:alert(1)',
    'nonsense',
  ])('is not sent to %s', async (url) => {
    const outcome = await deliver(report({}, url));
    expect(outcome).toEqual({ kind: 'stop', problem: { kind: 'insecure' } });
  });
});

describe('the status of a report', () => {
  const ask = () => askStatus(newEntry(report(), 0).submission, TOKENS.token, wire);

  it('is what the recipient says now', async () => {
    await deliver(report());
    const body = JSON.stringify({ status: 'answered', answer: 'Labelled.\nThank you' });
    const headers = { Authorization: `Bearer ${TOKENS.adminToken}`, 'Content-Type': 'application/json' };
    await fetch(`${receiver.url}/admin/v1/reports/${idOf(1)}/status`, { method: 'PUT', headers, body });
    expect(await ask()).toEqual({ receipt: 'R-000001', status: 'answered', answer: 'Labelled. Thank you' });
  });

  it('is unknown where the recipient does not know the report, or talks nonsense', async () => {
    expect(await ask()).toBeUndefined();
    const nonsense = { ...wire, fetch: async () => new Response('<!doctype html>') };
    const { submission } = newEntry(report(), 0);
    expect(await askStatus(submission, TOKENS.token, nonsense)).toBeUndefined();
  });
});
