import { inspect } from '../../lib/inspect/inspect';
import type { Inspection } from '../../lib/inspect/inspection';
import { failed, notChecked } from '../../lib/inspect/not-checked';
import { bodyReader } from '../../lib/net/body-reader';
import { ANSWER_TIMEOUT_MS, httpSource } from '../../lib/net/http-source';
import type { EngineRequest, InspectHere } from '../../lib/page/engine-door';
import type { RuleBook } from '../../lib/rules/rule-book';

/** How far a `data:` or `blob:` picture is read; its bytes are in memory already. */
const MAX_LOCAL_BYTES = 64 * 1024 * 1024;

/**
 * First read of a cached file. Its bytes cost next to nothing; each request costs all processes together about as much
 * processor time, whatever it asks for. Most pictures of the web are in it whole (median about 124 KB), so that also
 * those whose end has to be seen take one.
 */
const CACHED_HEAD_BYTES = 256 * 1024;

/**
 * How the page's HTTP cache is read. Chromium answers ranges from a whole cached file. Firefox asks the server
 * again as soon as a `Range` is sent, so there the cached file is read in sequence, or not at all.
 */
const PAGE_CACHE = import.meta.env.FIREFOX
  ? ({ cache: 'only-if-cached', mode: 'same-origin', ranged: false } as const)
  : ({ cache: 'force-cache' } as const);

/**
 * Reads media with the page's own rights: `data:` and `blob:` from memory, others from the page's HTTP cache
 * (0 bytes on the wire).
 *
 * @returns a function that never rejects for what a file or server does
 */
export function mediaInspector(rules: RuleBook): InspectHere {
  return async (request, signal) => {
    try {
      if (/^(?:data|blob):/.test(request.url)) return await inspectLocal(request.url, rules);
      return await inspectCached(request, rules, signal);
    } catch {
      // Our own bug: said so, instead of a medium that is in no count.
      return failed();
    }
  };
}

async function inspectCached(
  { url, withCredentials }: EngineRequest,
  rules: RuleBook,
  signal: AbortSignal,
): Promise<Inspection> {
  const source = httpSource(url, {
    fetch: globalThis.fetch.bind(globalThis),
    credentials: withCredentials ? 'include' : 'same-origin',
    foreign: new URL(url).origin !== globalThis.origin,
    ...PAGE_CACHE,
    signal,
  });
  try {
    return await inspect(source, { rules, budget: { headBytes: CACHED_HEAD_BYTES } });
  } finally {
    source.close();
  }
}

/**
 * Read as a stream: Firefox keeps the buffers that a Blob gives a content script out of its reach.
 */
async function inspectLocal(url: string, rules: RuleBook): Promise<Inspection> {
  // A revoked `blob:` URL, or a page's policy that forbids to read it.
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) return notChecked('gone');
  const size = Number(answer.headers.get('content-length') ?? Number.NaN);
  if (size > MAX_LOCAL_BYTES) return notChecked('too-large');
  const body = bodyReader(answer, MAX_LOCAL_BYTES, ANSWER_TIMEOUT_MS);
  try {
    return await inspect({ size: size > 0 ? size : undefined, read: body.read }, { rules });
  } finally {
    body.close();
  }
}
