import type { KeptSubmission } from '../ledger/entry';
import type { Outcome, Problem } from '../outbox/delivery';
import { below, endpointOf } from './endpoint';
import {
  type Answer,
  boundedWords,
  exchange,
  isAnswer,
  refusedBy,
  type Wire,
  withoutAnswer,
} from './exchange';

/** A person's session with their own server (PDS), as `com.atproto.server.createSession` gives it. */
export type AtprotoSession = { readonly pds: string; readonly did: string; readonly accessJwt: string };

const TIMEOUT_MS = 30_000;

/** Longest `reason` (lexicon `com.atproto.moderation.createReport`: 2,000 graphemes, 20,000 bytes). */
const MAX_REASON_GRAPHEMES = 2000;
const MAX_REASON_BYTES = 20_000;

/** Tokens of `com.atproto.moderation.defs#reasonType` nearest to our categories; own mapping. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['label-missing', 'reasonMisleading'],
  ['label-tampered', 'reasonMisleading'],
  ['false-information', 'reasonMisleading'],
  ['identity-misused', 'reasonImpersonation'],
  ['fraud', 'reasonScam'],
  ['obscene-violent', 'reasonGraphic'],
  ['public-order', 'reasonViolation'],
  ['discrimination', 'reasonIntolerance'],
  ['intellectual-property', 'reasonViolation'],
  ['privacy', 'reasonPrivateInfo'],
  ['minors', 'reasonChildSafety'],
]);

/** Post or profile of a Bluesky page: `https://bsky.app/profile/HANDLE-OR-DID[/post/RKEY]`. */
export type AtprotoSubject = { readonly actor: string; readonly rkey?: string };

/** What a page's address names; `undefined` where it is no page of a post or profile. */
export function subjectOf(pageUrl: string): AtprotoSubject | undefined {
  const url = URL.canParse(pageUrl) ? new URL(pageUrl) : undefined;
  if (url?.hostname !== 'bsky.app') return undefined;
  const found = /^\/profile\/([A-Za-z0-9.:_-]{1,253})(?:\/post\/([A-Za-z0-9.:_~-]{1,512}))?\/?$/.exec(
    url.pathname,
  );
  const [, actor, rkey] = found ?? [];
  if (actor === undefined) return undefined;
  return rkey === undefined ? { actor } : { actor, rkey };
}

/** Token of the reason for a category. */
export function reasonType(categoryId: string): string {
  return `com.atproto.moderation.defs#${REASONS.get(categoryId) ?? 'reasonOther'}`;
}

/**
 * Opens a session with an app password. The password is used for this request and kept nowhere.
 *
 * @returns the session, or why there is none
 */
export async function signIn(
  server: string,
  identifier: string,
  password: string,
  wire: Wire,
): Promise<AtprotoSession | Problem> {
  const pds = endpointOf(server);
  if (pds === undefined) return { kind: 'insecure' };
  const got = await call(pds, 'com.atproto.server.createSession', { identifier, password }, {}, wire);
  if (!isAnswer(got)) return got;
  const { did, accessJwt } = recordOf(got.json);
  if (got.status === 200 && typeof did === 'string' && typeof accessJwt === 'string')
    return { pds: pds.href, did, accessJwt };
  return got.status === 200 ? { kind: 'nonsense' } : { kind: 'sign-in', status: got.status };
}

/**
 * Reports a post or account to a moderation service through the person's own server. The protocol knows no idempotency
 * key: an attempt whose outcome is not known is never repeated by itself.
 *
 * Never rejects.
 */
export async function deliverByAtproto(
  submission: KeptSubmission,
  session: AtprotoSession | undefined,
  wire: Wire,
): Promise<Outcome> {
  const subject = subjectOf(submission.item.pageUrl);
  if (subject === undefined) return { kind: 'stop', problem: { kind: 'not-addressed' } };
  const pds = session === undefined ? undefined : endpointOf(session.pds);
  if (session === undefined || pds === undefined) return { kind: 'ask', problem: { kind: 'sign-in' } };
  const ref = await refOf(subject, pds, wire);
  if ('problem' in ref) return ref;
  const body = {
    reasonType: reasonType(submission.categoryId),
    reason: boundedReason(submission.text),
    subject: ref,
  };
  const headers = { Authorization: `Bearer ${session.accessJwt}`, ...proxied(submission) };
  return outcomeOf(await call(pds, 'com.atproto.moderation.createReport', body, headers, wire));
}

/** The text within the lexicon's bounds, cut between graphemes. */
export function boundedReason(text: string): string {
  const encoder = new TextEncoder();
  const kept: string[] = [];
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > MAX_REASON_BYTES || kept.length >= MAX_REASON_GRAPHEMES) break;
    kept.push(segment);
  }
  return kept.join('');
}

function outcomeOf(got: Answer | Problem): Outcome {
  if (!isAnswer(got)) {
    if (got.kind === 'redirected') return withoutAnswer(got);
    return { kind: 'ask', problem: { kind: 'unknown-outcome' } };
  }
  const { id } = recordOf(got.json);
  if (got.status >= 200 && got.status < 300)
    return typeof id === 'number' || typeof id === 'string'
      ? delivered(String(id))
      : { kind: 'ask', problem: { kind: 'unknown-outcome', status: got.status } };
  if (got.status === 401 || got.status === 403)
    return { kind: 'ask', problem: { kind: 'sign-in', status: got.status } };
  // 5xx may have been said after the report was taken.
  if (got.status >= 500 && got.status !== 503)
    return { kind: 'ask', problem: { kind: 'unknown-outcome', status: got.status } };
  return refusedBy(got);
}

function delivered(id: string): Outcome {
  const remote = { receipt: boundedWords(id), status: 'received' } as const;
  return { kind: 'delivered', remote, evidence: 'none' };
}

type Ref =
  | { readonly $type: 'com.atproto.admin.defs#repoRef'; readonly did: string }
  | { readonly $type: 'com.atproto.repo.strongRef'; readonly uri: string; readonly cid: string };

async function refOf(
  { actor, rkey }: AtprotoSubject,
  pds: URL,
  wire: Wire,
): Promise<Ref | (Outcome & { problem: Problem })> {
  const method = rkey === undefined ? 'com.atproto.identity.resolveHandle' : 'com.atproto.repo.getRecord';
  if (rkey === undefined && actor.startsWith('did:'))
    return { $type: 'com.atproto.admin.defs#repoRef', did: actor };
  const query =
    rkey === undefined ? { handle: actor } : { repo: actor, collection: 'app.bsky.feed.post', rkey };
  const got = await exchange(
    {
      url: `${xrpc(pds, method)}?${new URLSearchParams(query as Record<string, string>)}`,
      method: 'GET',
      headers: {},
      timeoutMs: TIMEOUT_MS,
    },
    wire,
  );
  if (!isAnswer(got)) return { kind: 'retry', problem: got };
  const { did, uri, cid } = recordOf(got.json);
  if (typeof did === 'string') return { $type: 'com.atproto.admin.defs#repoRef', did };
  if (typeof uri === 'string' && typeof cid === 'string')
    return { $type: 'com.atproto.repo.strongRef', uri, cid };
  return notFound(got);
}

function notFound(got: Answer): Outcome & { problem: Problem } {
  if (got.status >= 500 || got.status === 429)
    return { kind: 'retry', problem: { kind: 'server-error', status: got.status } };
  return { kind: 'stop', problem: { kind: 'not-addressed', status: got.status } };
}

/** The moderation service the report is for, where the recipient names one by its DID (atproto service proxying). */
function proxied({ recipient }: KeptSubmission): Record<string, string> {
  const { channel } = recipient;
  const service = channel.kind === 'atproto' ? channel.service : '';
  return /^did:[a-z]+:[A-Za-z0-9.:%_-]+$/.test(service)
    ? { 'atproto-proxy': `${service}#atproto_labeler` }
    : {};
}

function call(
  pds: URL,
  method: string,
  body: object,
  headers: Record<string, string>,
  wire: Wire,
): Promise<Answer | Problem> {
  const ask = { url: xrpc(pds, method), method: 'POST', timeoutMs: TIMEOUT_MS } as const;
  const all = { 'Content-Type': 'application/json', ...headers };
  return exchange({ ...ask, headers: all, body: JSON.stringify(body) }, wire);
}

function xrpc(pds: URL, method: string): string {
  return below(pds, `xrpc/${method}`);
}

function recordOf(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
}
