import { loadavg } from 'node:os';
import type { BrowserName } from '../support/browsers/browser';
import { textRows } from './text';
import { addedCpu, costRows, labelRows, type Pair, type Row } from './visit/figures';
import { type Gallery, type Pages, startGallery } from './visit/gallery';
import { type Visit, visit, watch } from './visit/visit';

/**
 * `npm run bench [-- --quick] [--firefox]`: what the extension costs on pages of 1, 100 and 500 pictures, on one of 5,000
 * elements and in an endless list, as ratios to visits without it, in the same run and in turn, each in a fresh profile. Needs
 * a build (`npm run build`) and Linux (`/proc`). Figures beside goals; it never fails on time.
 */

type Plan = Pages & { readonly name: string; readonly rounds: number; readonly goal: string };

const NONE = 'none';
const ONE_EACH = '≤ 1 and 64 KB a picture';
const ROUNDS = 3;
const NAME_WIDTH = 26;
const FIGURE_WIDTH = 52;
const IDLE_MS = 10_000;
const QUICK_IDLE_MS = 4000;

const gallery = (pictures: number, from: Pages['from'], rounds = ROUNDS) =>
  ({ layout: 'gallery', pictures, from, rounds }) as const;

const PLANS: readonly Plan[] = [
  { name: '1 picture', goal: NONE, ...gallery(1, 'same') },
  { name: '100 pictures', goal: NONE, ...gallery(100, 'same') },
  { name: '500 pictures', goal: NONE, ...gallery(500, 'same') },
  { name: '100 of another site', goal: ONE_EACH, ...gallery(100, 'cross') },
  { name: '100 of another site, CORS', goal: NONE, ...gallery(100, 'cors', 1) },
  { name: '5,000 elements', goal: NONE, layout: 'elements', pictures: 20, from: 'same', rounds: 1 },
  {
    name: '3,000 in an endless list',
    goal: NONE,
    layout: 'endless',
    pictures: 3000,
    from: 'same',
    rounds: 1,
  },
];

/** Enough to see whether something broke. */
const QUICK: readonly Plan[] = [
  { name: '1 picture', goal: NONE, ...gallery(1, 'same', 1) },
  { name: '100 pictures', goal: NONE, ...gallery(100, 'same', 1) },
  { name: '100 of another site', goal: ONE_EACH, ...gallery(100, 'cross', 1) },
];

async function main(): Promise<void> {
  const isQuick = process.argv.includes('--quick');
  const browser: BrowserName = process.argv.includes('--firefox') ? 'firefox' : 'chromium';
  const server = await startGallery();
  console.log(`${browser}, load of this machine ${loadavg()[0]?.toFixed(1)}; without → with the extension`);
  let once = 0;
  for (const plan of isQuick ? QUICK : PLANS) {
    const added = await measure(server, plan, { browser, isQuick, once });
    if (plan.pictures === 1) once = added;
  }
  await server.close();
  if (browser === 'chromium') print('10,000 text nodes', await textRows());
}

type Run = {
  readonly browser: BrowserName;
  readonly isQuick: boolean;
  /** What the extension added to a page of one picture, in seconds of processor time. */
  readonly once: number;
};

/** Visits and prints; gives what the extension added, in seconds of processor time. */
async function measure(server: Gallery, plan: Plan, { browser, isQuick, once }: Run): Promise<number> {
  const visits = { without: [] as Visit[], with: [] as Visit[] } satisfies Pair;
  for (let round = 1; round <= plan.rounds; round += 1) {
    const isLast = round === plan.rounds;
    const idleMs = isLast ? (isQuick ? QUICK_IDLE_MS : IDLE_MS) : 0;
    for (const [name, list] of Object.entries(visits))
      list.push(await visit(server, plan, { browser, extension: name === 'with', idleMs }));
  }
  const goal = browser === 'firefox' && plan.from === 'cors' ? ONE_EACH : plan.goal;
  const isMany = plan.pictures > 1 && plan.layout === 'gallery';
  const share = isMany ? { onceSeconds: once, pictures: plan.pictures } : undefined;
  print(plan.name, costRows(visits, goal, share));
  if (browser === 'chromium') print('', labelRows(await watch(server, plan)));
  return addedCpu(visits);
}

function print(title: string, rows: readonly Row[]): void {
  if (title !== '') console.log(`\n${title}`);
  for (const [name, figure, goal] of rows)
    console.log(`  ${name.padEnd(NAME_WIDTH)}${figure.padEnd(FIGURE_WIDTH)}goal: ${goal}`);
}

await main();
