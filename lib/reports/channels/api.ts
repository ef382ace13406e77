import type { KeptSubmission } from '../ledger/entry';
import { type Outcome, type Problem, REMOTE_STATES, type RemoteStatus } from '../outbox/delivery';
import { below, endpointOf } from './endpoint';
import {
  type Answer,
  boundedWords,
  exchange,
  isAnswer,
  refusedBy,
  type Wire,
  withoutAnswer,
  wordsOf,
} from './exchange';

/** Version of the envelope, as `docs/receiver.openapi.yaml` describes it. */
export const API_VERSION = 1;

/** Name under which a package is announced; the one on this disk names the page's host. */
const EVIDENCE_NAME = 'evidence.zip';

const REPORT_TIMEOUT_MS = 30_000;

/** A package of the largest medium over a slow line. */
const EVIDENCE_TIMEOUT_MS = 4 * 60_000;

const STATUS_TIMEOUT_MS = 20_000;

/** Longest receipt number that is taken. */
const MAX_RECEIPT_CHARS = 200;

/**
 * What is sent for a report; `evidence` is uploaded by itself, and announced here with its hash. Addresses and titles stand
 * in `text` and `report` alone, where the person may have left them out; the submission's `item` stays here.
 */
export type ApiReport = {
  readonly apiVersion: typeof API_VERSION;
  readonly id: string;
  readonly confirmedAt: string;
  readonly profile: string;
  readonly category: string;
  readonly text: string;
  /** `report.json` of the person's final look. */
  readonly report: unknown;
  readonly follows?: string;
  readonly evidence?: NonNullable<KeptSubmission['evidence']>;
};

export type ApiDelivery = {
  readonly submission: KeptSubmission;
  readonly evidence: Blob | undefined;
  readonly token: string | undefined;
};

/**
 * Sends a report to an endpoint of `docs/receiver.openapi.yaml`, then its evidence. Both may be repeated: the
 * submission's id is the idempotency key, and the evidence is put under it.
 *
 * Never rejects.
 */
export async function deliverByApi(delivery: ApiDelivery, wire: Wire): Promise<Outcome> {
  const { submission, token } = delivery;
  const { channel } = submission.recipient;
  const endpoint = channel.kind === 'api' ? endpointOf(channel.url) : undefined;
  if (endpoint === undefined) return { kind: 'stop', problem: { kind: 'insecure' } };
  const got = await exchange(
    {
      url: below(endpoint, 'v1/reports'),
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': submission.id,
        ...authorization(token),
      },
      body: JSON.stringify(apiReport(submission)),
      timeoutMs: REPORT_TIMEOUT_MS,
    },
    wire,
  );
  const remote = isAnswer(got) ? remoteStatus(got, submission.id) : undefined;
  if (remote === undefined) return failed(got);
  return withEvidence(remote, delivery, endpoint, wire);
}

/** Where a recipient says a report stands; `undefined` where it did not say. Never rejects. */
export async function askStatus(
  submission: KeptSubmission,
  token: string | undefined,
  wire: Wire,
): Promise<RemoteStatus | undefined> {
  const { channel } = submission.recipient;
  const endpoint = channel.kind === 'api' ? endpointOf(channel.url) : undefined;
  if (endpoint === undefined) return undefined;
  const url = below(endpoint, `v1/reports/${submission.id}`);
  const headers = authorization(token);
  const got = await exchange({ url, method: 'GET', headers, timeoutMs: STATUS_TIMEOUT_MS }, wire);
  return isAnswer(got) ? remoteStatus(got, submission.id) : undefined;
}

/** The request's body. */
export function apiReport(submission: KeptSubmission): ApiReport {
  const { id, confirmedAt, profile, categoryId, text, report, follows, evidence } = submission;
  return {
    apiVersion: API_VERSION,
    id,
    confirmedAt,
    profile,
    category: categoryId,
    text,
    report: JSON.parse(report) as unknown,
    ...(follows === undefined ? {} : { follows }),
    ...(evidence === undefined ? {} : { evidence: { ...evidence, name: EVIDENCE_NAME } }),
  };
}

async function withEvidence(
  remote: RemoteStatus,
  { submission, evidence, token }: ApiDelivery,
  endpoint: URL,
  wire: Wire,
): Promise<Outcome> {
  const kept = submission.evidence;
  if (kept === undefined || evidence === undefined) return { kind: 'delivered', remote, evidence: 'none' };
  const got = await exchange(
    {
      url: below(endpoint, `v1/reports/${submission.id}/evidence`),
      method: 'PUT',
      headers: {
        'Content-Type': kept.mime,
        'Content-Digest': contentDigest(kept.sha256),
        ...authorization(token),
      },
      body: evidence,
      timeoutMs: EVIDENCE_TIMEOUT_MS,
    },
    wire,
  );
  if (isAnswer(got) && isSuccess(got)) return { kind: 'delivered', remote, evidence: 'taken' };
  const outcome = failed(got);
  if (outcome.kind === 'retry' || outcome.kind === 'ask') return outcome;
  // The report itself has arrived; what the endpoint does not want to have beside it is not sent again and again.
  const words = isAnswer(got) ? wordsOf(got.json) : undefined;
  return { kind: 'delivered', remote, evidence: 'refused', ...(words === undefined ? {} : { words }) };
}

/** `Content-Digest` of RFC 9530 §2. */
function contentDigest(sha256: string): string {
  const bytes = sha256.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return `sha-256=:${btoa(String.fromCharCode(...bytes))}:`;
}

function authorization(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** Nonsense beside a success may be a proxy's page: asked again, which the idempotency key makes safe. */
function failed(got: Answer | Problem): Outcome {
  if (!isAnswer(got)) return withoutAnswer(got);
  if (!isSuccess(got)) return refusedBy(got);
  return { kind: 'retry', problem: { kind: 'nonsense', status: got.status } };
}

/** A receipt as documented, for this report and no other; `undefined` for anything else. */
function remoteStatus(got: Answer, id: string): RemoteStatus | undefined {
  if (!isSuccess(got) || typeof got.json !== 'object' || got.json === null) return undefined;
  const { id: said, receipt, status, answer } = got.json as Record<string, unknown>;
  const state = REMOTE_STATES.find((each) => each === status);
  if (said !== id || typeof receipt !== 'string' || state === undefined) return undefined;
  const number = boundedWords(receipt).slice(0, MAX_RECEIPT_CHARS);
  if (number === '') return undefined;
  const words = typeof answer === 'string' ? boundedWords(answer) : '';
  return { receipt: number, status: state, ...(words === '' ? {} : { answer: words }) };
}
