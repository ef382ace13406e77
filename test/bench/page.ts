import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { requireBrowser } from '../support/browsers/require-browser';
import { HOSTS, SITE_HOST, startServer } from '../support/server/server';
import { ROOT } from '../support/source/modules';

/**
 * `npm run bench:page`: the specimen page with 200 pictures in Chromium, scrolled once, with and without the
 * extension in turn. Prints long tasks (> 50 ms) of the page's main thread and how much of each is the
 * extension's script, from the browser's own trace. Needs `npm run build:chrome`. It never fails: it measures.
 */

const PAGE = '/pages/many';
const ROUNDS = 3;
const LONG_TASK_US = 50_000;
/** Trace events of script at work: called, and loaded. */
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript']);
const SCROLL_STEP = 240;

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly scriptName?: string } };
};
type Result = {
  readonly longTasks: number;
  readonly longestMs: number;
  readonly oursMs: number;
  readonly worstOursMs: number;
};

async function main(): Promise<void> {
  const server = await startServer();
  const url = server.url(SITE_HOST, PAGE);
  console.log(
    'run              long tasks   longest ms   script of the extension ms   most of it in one task ms',
  );
  for (let round = 1; round <= ROUNDS; round += 1)
    for (const extension of [false, true]) print(round, extension, await measure(url, extension));
  await server.close();
}

function print(round: number, extension: boolean, result: Result): void {
  const name = `${round} ${extension ? 'with' : 'without'}`.padEnd(12);
  const cells = [result.longTasks, result.longestMs, result.oursMs, result.worstOursMs];
  console.log(name, ...cells.map((cell) => cell.toFixed(1).padStart(16)));
}

async function measure(url: string, extension: boolean): Promise<Result> {
  const browser = await start(extension);
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 860 });
    await page.tracing.start({ categories: ['devtools.timeline', 'toplevel'] });
    await page.goto(url, { waitUntil: 'load' });
    await scrollThrough(page);
    const trace = await page.tracing.stop();
    const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
    return judge(traceEvents);
  } finally {
    await browser.close();
  }
}

function start(extension: boolean): Promise<Browser> {
  return launch({
    executablePath: requireBrowser('chromium'),
    pipe: true,
    enableExtensions: extension ? [join(ROOT, '.output/chrome-mv3')] : false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      `--host-resolver-rules=${HOSTS.map((host) => `MAP ${host} 127.0.0.1`).join(',')}`,
    ],
  });
}

/** One step every animation frame, from top to bottom, then two quiet frames. */
function scrollThrough(page: Page): Promise<void> {
  return page.evaluate(
    (step) =>
      new Promise<void>((resolve) => {
        const next = () => {
          const before = scrollY;
          scrollBy(0, step);
          if (scrollY > before) requestAnimationFrame(next);
          else requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        };
        next();
      }),
    SCROLL_STEP,
  );
}

/** Long tasks of every renderer main thread, with the extension's top-level calls inside each added up. */
function judge(events: readonly TraceEvent[]): Result {
  const complete = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  const calls = complete.filter(({ name, args }) => SCRIPT.has(name) && isOurs(args?.data?.url));
  const top = calls.filter((call) => !calls.some((other) => other !== call && contains(other, call)));
  const tasks = complete.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
  const long = tasks.filter(({ dur }) => (dur ?? 0) > LONG_TASK_US);
  const ours = (task: TraceEvent) => sum(top.filter((call) => contains(task, call)));
  return {
    longTasks: long.length,
    longestMs: Math.max(0, ...long.map(({ dur }) => dur ?? 0)) / 1000,
    oursMs: sum(top) / 1000,
    worstOursMs: Math.max(0, ...tasks.map(ours)) / 1000,
  };
}

function isOurs(url: string | undefined): boolean {
  return url?.startsWith('chrome-extension://') ?? false;
}

function contains(outer: TraceEvent, inner: TraceEvent): boolean {
  if (outer.pid !== inner.pid || outer.tid !== inner.tid) return false;
  return outer.ts <= inner.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);
}

function sum(events: readonly TraceEvent[]): number {
  return events.reduce((total, { dur }) => total + (dur ?? 0), 0);
}

await main();
