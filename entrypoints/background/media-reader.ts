import { inspect } from '../../lib/inspect/inspect';
import type { Inspection } from '../../lib/inspect/inspection';
import { failed, notChecked } from '../../lib/inspect/not-checked';
import { fitInspection } from '../../lib/messages/fit-message';
import type { MediumKind } from '../../lib/messages/page-items';
import { ACCEPT, type HttpOptions, httpSource } from '../../lib/net/http-source';
import { jobQueue } from '../../lib/net/job-queue';
import { mayFetch } from '../../lib/net/private-network';
import { tailedSource } from '../../lib/net/tailed-source';
import { reaching } from '../../lib/platform/private-guard';
import { withReferer } from '../../lib/platform/referer';
import { loadRuleBook, type RuleBook } from '../../lib/rules/rule-book';
import { type FirstRead, firstReads } from './first-reads';
import { pageBudget } from './page-budget';
import type { ReadPermits } from './read-permits';

/** Media read at the same time; more would compete with the page's own downloads. */
const READS_AT_ONCE = 6;

/** Answers remembered, so that duplicates, frames and tabs cost one reading. */
const ANSWERS_KEPT = 500;

/** Stands for all private hosts. */
const LOOPBACK = new URL('http://127.0.0.1/');

type Wanted = {
  readonly url: string;
  readonly kind: MediumKind;
  /** Document that shows it, and its tab. */
  readonly page: string;
  readonly tabId: number | undefined;
};
type Job = Pick<Wanted, 'kind'> & {
  readonly target: URL;
  readonly page: URL;
  readonly withCookies: boolean;
  readonly spend: (read: Inspection['read']) => void;
  readonly firstRead: () => FirstRead;
};

/**
 * Reads media from the background, in ranges and without cookies: what a page may not read itself. Each document has a
 * budget; cookies are sent, and the budget passed, only while a person's permit holds.
 *
 * @returns a function that never rejects for what a file or server does; it answers `not-checked` with the reason
 */
export function mediaReader(permits: ReadPermits): (wanted: Wanted) => Promise<Inspection> {
  const queue = jobQueue<Inspection>(
    READS_AT_ONCE,
    ANSWERS_KEPT,
    ({ verdict }) => verdict.kind !== 'not-checked',
  );
  const budget = pageBudget();
  const first = firstReads();
  return async ({ url, kind, page: pageUrl, tabId }) => {
    const target = URL.canParse(url) ? new URL(url) : undefined;
    const page = URL.canParse(pageUrl) ? new URL(pageUrl) : undefined;
    if (!target || !page) return notChecked('no-bytes');
    if (!mayFetch(target, page)) return notChecked('private-network');
    const spender = `${tabId} ${pageUrl}`;
    const withCookies = permits.allows(tabId, 'needs-sign-in');
    const spend: Job['spend'] = (read) => budget.spend(spender, read);
    const job = { target, kind, page, withCookies, spend, firstRead: () => first(target, kind) };
    return queue.run(keyOf(job), async () => {
      if (!budget.hasLeft(spender) && !permits.allows(tabId, 'budget')) return notChecked('budget');
      return reaching(target.href, () => read(job, book()));
    });
  };
}

let rules: RuleBook | undefined;

/** Loaded with the first reading: a background that is woken for a message is not kept waiting for it. */
function book(): RuleBook {
  rules ??= loadRuleBook();
  return rules;
}

/** Pages that may reach private hosts and pages that may not never share an answer. */
function keyOf({ target, kind, page, withCookies }: Job): string {
  const [place = ''] = target.href.split('#', 1);
  return `${mayFetch(LOOPBACK, page)} ${withCookies} ${kind} ${place}`;
}

/**
 * A refusal may be a guard against foreign pages: asked once more with the page named as the referrer, then, where the
 * person allowed it, with cookies. Nothing else that a server answers is asked again.
 */
async function read(job: Job, rules: RuleBook): Promise<Inspection> {
  const { target, page, withCookies } = job;
  const plain = await readOnce(job, 'omit', rules);
  if (!isRefused(plain) || !page.protocol.startsWith('http')) return plain;
  return withReferer(target, page, async () => {
    const named = await readOnce(job, 'omit', rules);
    return isRefused(named) && withCookies ? readOnce(job, 'include', rules) : named;
  }).catch(() => plain);
}

function isRefused({ verdict }: Inspection): boolean {
  return verdict.kind === 'not-checked' && verdict.why === 'needs-sign-in';
}

async function readOnce(
  { target, kind, page, spend, firstRead }: Job,
  credentials: RequestCredentials,
  rules: RuleBook,
): Promise<Inspection> {
  const first = firstRead();
  const options: HttpOptions = {
    fetch: globalThis.fetch.bind(globalThis),
    credentials,
    cache: 'default',
    accept: ACCEPT[kind],
    // Chromium gives a part of a file on disk as if it were the whole: 200, without saying which part.
    ranged: target.protocol !== 'file:',
    refuse: (finalUrl) => !mayFetch(finalUrl, page),
  };
  const source = first.tail
    ? tailedSource(target.href, options, first.tail)
    : httpSource(target.href, options);
  try {
    const inspection = await inspect(source, { rules, budget: { headBytes: first.headBytes } });
    first.done(inspection);
    spend(inspection.read);
    return fitInspection(inspection);
  } catch {
    // Our own bug: said so, not passed off as something the server did.
    return failed();
  } finally {
    first.done();
    source.close();
  }
}
