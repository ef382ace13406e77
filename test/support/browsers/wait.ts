import { DEFAULT_TIMEOUT_MS, type LabelNode, type Page, type PageFunction } from './browser';

/** One step of waiting in the page: an animation frame, or 100 ms where the page draws none (a hidden tab). */
export function nextFrame(): Promise<boolean> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve(true));
    setTimeout(() => resolve(true), 100);
  });
}

/** Asks `ask` once per animation frame of `page` until it answers; rejects with `explain` after `timeoutMs`. */
export async function untilAnswer<Answer>(
  page: Page,
  ask: () => Promise<Answer | undefined>,
  explain: () => string,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<Answer> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`${explain()} (waited ${timeoutMs} ms)`);
    await page.evaluate(nextFrame);
  }
}

/** `Page.waitForLabels` for both drivers. */
export async function waitForLabels(
  page: Page,
  until: (labels: readonly LabelNode[]) => boolean,
  timeoutMs?: number,
): Promise<readonly LabelNode[]> {
  let last: readonly LabelNode[] = [];
  const ask = async () => {
    last = await page.labels();
    return until(last) ? last : undefined;
  };
  return untilAnswer(
    page,
    ask,
    () => `Labels did not become as expected; there were ${show(last)}`,
    timeoutMs,
  );
}

/** `Page.waitFor` for both drivers. */
export async function waitForValue<Args extends unknown[], Result>(
  page: Page,
  fn: PageFunction<Args, Result>,
  options: { readonly timeoutMs?: number; readonly args?: Args } = {},
): Promise<Result> {
  const ask = async () => (await page.evaluate(fn, ...((options.args ?? []) as Args))) || undefined;
  const answer = await untilAnswer<unknown>(page, ask, () => `Never came true: ${fn}`, options.timeoutMs);
  return answer as Result;
}

function show(labels: readonly LabelNode[]): string {
  if (labels.length === 0) return 'none';
  return labels
    .map(({ badge, text, visible }) => `${badge} “${text}”${visible ? '' : ' (hidden)'}`)
    .join(', ');
}
