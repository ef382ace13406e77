import { GATHERERS } from '../../../lib/page/claims/all';
import type { Claim } from '../../../lib/page/claims/claim';
import { watchClaims } from '../../../lib/page/claims/claim-watch';
import { startSentry } from '../../../lib/page/sentry';
import { labelShownNear } from '../../../lib/page/shown-label';

/** A claim in short: the id of its anchor (or its name), what of it is spoken of, and what is said. */
export type ShortClaim = {
  readonly anchor: string;
  readonly about: string;
  readonly kind: string;
  readonly place?: string;
  readonly value: string;
  readonly mediaUrl?: string;
};

/** What one watch cost: its slices in milliseconds, and the claims it told last. */
export type Cost = { readonly slices: readonly number[]; readonly claims: number };

export type ClaimsHarness = {
  /** Claims of a page with this body. */
  claimsOf(body: string): readonly ShortClaim[];
  /** Whether a sentry is woken by a page with this body. */
  wakes(body: string): Promise<boolean>;
  /** Whether a label is seen near the element of a page with this body. */
  shown(body: string, selector: string): string;
  /** Looks through a page of so many text nodes. */
  cost(what: 'watch' | 'sentry', nodes: number, layout: 'posts' | 'one'): Promise<Cost>;
  /** Changes a text in each of so many frames; how often the page was looked through meanwhile, and claims in the end. */
  busy(frames: number): Promise<Cost>;
};

function short({ anchor, about, fact, mediaUrl }: Claim): ShortClaim {
  return {
    anchor: anchor.id || anchor.localName,
    about,
    kind: fact.kind,
    ...(fact.kind === 'mark' ? { place: fact.place } : {}),
    value: fact.value,
    ...(mediaUrl === undefined ? {} : { mediaUrl }),
  };
}

function show(body: string): void {
  document.body.innerHTML = body;
}

const nextFrame = () => new Promise(requestAnimationFrame);

/** Notes how long each idle callback takes, until stopped. */
function timeSlices(): { readonly slices: number[]; stop(): void } {
  const slices: number[] = [];
  const original = window.requestIdleCallback;
  window.requestIdleCallback = (callback, options) =>
    original((deadline) => {
      const start = performance.now();
      callback(deadline);
      slices.push(performance.now() - start);
    }, options);
  return {
    slices,
    stop: () => {
      window.requestIdleCallback = original;
    },
  };
}

const PROSE = [
  '湖面在清晨起了一层薄雾，码头边的船还没有出发。',
  'A thin mist lay on the lake, and the boats had not left.',
  '记者了解到，AI 工具今年进入了许多办公室。',
];

function fill(nodes: number, layout: 'posts' | 'one'): void {
  const words = Array.from({ length: nodes }, (_, at) => `<p>${PROSE[at % PROSE.length]} ${at}</p>`);
  const posts = Array.from({ length: Math.ceil(nodes / 20) }, (_, at) =>
    words.slice(at * 20, (at + 1) * 20).join(''),
  );
  show(
    layout === 'one'
      ? `<main>${words.join('')}<p>内容由AI生成</p></main>`
      : posts.map((post) => `<article>${post}</article>`).join(''),
  );
}

async function cost(what: 'watch' | 'sentry', nodes: number, layout: 'posts' | 'one'): Promise<Cost> {
  fill(nodes, layout);
  await nextFrame();
  const ending = new AbortController();
  const { slices, stop } = timeSlices();
  let claims = 0;
  if (what === 'watch')
    watchClaims({ window, gatherers: GATHERERS, changed: (all) => (claims = all.length) }, ending.signal);
  else
    startSentry(
      { window, shadowRootOf: (element) => element.shadowRoot, wake: () => (claims += 1) },
      ending.signal,
    );
  let [before, quiet] = [0, 0];
  while (quiet < 60) {
    await nextFrame();
    quiet = slices.length === before ? quiet + 1 : 0;
    before = slices.length;
  }
  ending.abort();
  stop();
  return { slices: [...slices], claims };
}

async function busy(frames: number): Promise<Cost> {
  show('<article id="a"><h2>T</h2><p id="ticker">0</p><p>内容由AI生成</p></article>');
  const ending = new AbortController();
  const { slices, stop } = timeSlices();
  let claims = 0;
  watchClaims({ window, gatherers: GATHERERS, changed: (all) => (claims = all.length) }, ending.signal);
  const ticker = document.querySelector('#ticker');
  for (let frame = 0; frame < frames; frame += 1) {
    if (ticker) ticker.textContent = `AI ${frame}`;
    await nextFrame();
  }
  ending.abort();
  stop();
  return { slices: [...slices], claims };
}

async function wakes(body: string): Promise<boolean> {
  show(body);
  const ending = new AbortController();
  let woken = false;
  const wake = () => {
    woken = true;
  };
  startSentry({ window, shadowRootOf: (element) => element.shadowRoot, wake }, ending.signal);
  for (let frame = 0; frame < 60 && !woken; frame += 1) await nextFrame();
  ending.abort();
  return woken;
}

const harness: ClaimsHarness = {
  claimsOf: (body) => {
    show(body);
    return GATHERERS.flatMap((gatherer) => [...gatherer.gather(document)]).flatMap((claim) =>
      claim ? [short(claim)] : [],
    );
  },
  shown: (body, selector) => {
    show(body);
    const element = document.querySelector(selector);
    return element ? labelShownNear(element) : 'none';
  },
  wakes,
  cost,
  busy,
};

Object.assign(window, { harness });
