/**
 * How the specimen server may behave badly (or unusually) on request, as a path prefix (`/slow/cors/media/a.jpg`) or
 * as a query parameter (`/media/a.jpg?slow`). Prefixes can be stacked.
 *
 * - `slow`: the answer starts after `SLOW_MS` (or `?ms=`) · `held`: the answer waits until the test calls `release()`
 * - `octet`: Content-Type application/octet-stream · `mistyped`: Content-Type of another picture format
 * - `norange`: answers 200 to a Range request · `cors`: Access-Control-Allow-Origin `*` · `nostore`: may not be cached
 * - `?heldfrom=2`: requests for the whole file wait from the second on · `?cut=2,3`: those break off half-way
 * - `declared`: AI-Disclosure header · `named`: a Link header that names a manifest store
 * - `hotlink`: 403 unless the Referer is a page of the specimen site · `404`: not found
 * - only where a `Range` is asked for, so that pages get their picture: `signin` (401 without a cookie), `heldrange`
 *   (as `held`), and what `misbehave.ts` holds
 */
export const BEHAVIOURS = [
  'slow',
  'held',
  'heldrange',
  'octet',
  'mistyped',
  'norange',
  'cors',
  'nostore',
  'declared',
  'named',
  'hotlink',
  '404',
  'signin',
  'stall',
  'reset',
  'endless',
  'wrongrange',
  'short',
  'toprivate',
  'redirect',
  'once',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** Delay of a `slow` answer when the request names none. */
export const SLOW_MS = 900;
const MAX_SLOW_MS = 30_000;

/** A request target with its behaviours taken off. */
export type Target = {
  /** Path without prefixes, percent-decoded, beginning with `/`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly behaviours: ReadonlySet<Behaviour>;
  readonly delayMs: number;
  /** From which request for the whole file on answers wait for `release()`; the first is number 1. */
  readonly heldFrom: number;
  /** Which requests for the whole file break off half-way. */
  readonly cuts: readonly number[];
};

/** Splits a request's URL (path and query) into what is asked for and how it is to be answered. */
export function parseTarget(url: string): Target {
  const { pathname, searchParams: query } = new URL(url, 'http://specimen.invalid');
  const segments = decodeURIComponent(pathname).split('/').slice(1);
  const behaviours = new Set<Behaviour>(BEHAVIOURS.filter((name) => query.has(name)));
  while (isBehaviour(segments[0])) behaviours.add(segments.shift() as Behaviour);
  return {
    path: `/${segments.join('/')}`,
    query,
    behaviours,
    delayMs: delayOf(behaviours, query),
    heldFrom: Number(query.get('heldfrom') ?? Number.POSITIVE_INFINITY),
    cuts: (query.get('cut') ?? '').split(',').filter(Boolean).map(Number),
  };
}

function isBehaviour(segment: string | undefined): segment is Behaviour {
  return BEHAVIOURS.some((name) => name === segment);
}

function delayOf(behaviours: ReadonlySet<Behaviour>, query: URLSearchParams): number {
  if (!behaviours.has('slow')) return 0;
  const asked = Number(query.get('ms') ?? SLOW_MS);
  return Number.isFinite(asked) ? Math.min(Math.max(asked, 0), MAX_SLOW_MS) : SLOW_MS;
}
