import { inspect } from '../../lib/inspect/inspect';
import type { Inspection } from '../../lib/inspect/inspection';
import { failed, notChecked } from '../../lib/inspect/not-checked';
import { fitInspection } from '../../lib/messages/fit-message';
import type { PageItem } from '../../lib/messages/page-items';
import { ACCEPT, httpSource } from '../../lib/net/http-source';
import { jobQueue } from '../../lib/net/job-queue';
import { mayFetch } from '../../lib/net/private-network';
import { withReferer } from '../../lib/platform/referer';
import { loadRuleBook, type RuleBook } from '../../lib/rules/rule-book';

/** Media read at the same time; more would compete with the page's own downloads. */
const READS_AT_ONCE = 6;

/** Answers remembered, so that duplicates, frames and tabs cost one reading. */
const ANSWERS_KEPT = 500;

type Kind = PageItem['kind'];
type Wanted = { readonly target: URL; readonly kind: Kind; readonly page: URL };

/**
 * Reads media from the background, in ranges and without cookies: what a page may not read itself.
 *
 * @returns a function that never rejects for what a file or server does; it answers `not-checked` with the reason
 */
export function mediaReader(): (url: string, kind: Kind, pageUrl: string) => Promise<Inspection> {
  const queue = jobQueue<Inspection>(
    READS_AT_ONCE,
    ANSWERS_KEPT,
    ({ verdict }) => verdict.kind !== 'not-checked',
  );
  const rules = loadRuleBook();
  return async (url, kind, pageUrl) => {
    const target = URL.canParse(url) ? new URL(url) : undefined;
    const page = URL.canParse(pageUrl) ? new URL(pageUrl) : undefined;
    if (!target || !page) return notChecked('no-bytes');
    if (!mayFetch(target, page)) return notChecked('private-network');
    const wanted = { target, kind, page };
    return queue.run(keyOf(wanted), () => read(wanted, rules));
  };
}

/** Pages that may reach private hosts and pages that may not never share an answer. */
function keyOf({ target, kind, page }: Wanted): string {
  const place = new URL(target);
  place.hash = '';
  return `${mayFetch(new URL('http://127.0.0.1/'), page)} ${kind} ${place.href}`;
}

/** A refusal may be a guard against foreign pages: asked once more with the page named as the referrer. */
async function read(wanted: Wanted, rules: RuleBook): Promise<Inspection> {
  const { target, page } = wanted;
  const plain = await readOnce(wanted, rules);
  if (!isRefused(plain) || !page.protocol.startsWith('http')) return plain;
  return withReferer(target, page, () => readOnce(wanted, rules)).catch(() => plain);
}

function isRefused({ verdict }: Inspection): boolean {
  return verdict.kind === 'not-checked' && verdict.why === 'http-error';
}

async function readOnce({ target, kind, page }: Wanted, rules: RuleBook): Promise<Inspection> {
  const source = httpSource(target.href, {
    fetch: globalThis.fetch.bind(globalThis),
    credentials: 'omit',
    cache: 'default',
    accept: ACCEPT[kind],
    refuse: (finalUrl) => !mayFetch(finalUrl, page),
  });
  try {
    return fitInspection(await inspect(source, { rules }));
  } catch {
    // Our own bug: said so, not passed off as something the server did.
    return failed();
  } finally {
    source.close();
  }
}
