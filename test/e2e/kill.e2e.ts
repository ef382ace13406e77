import { expect, it } from 'vitest';
import { runKillTest } from '../support/reports/kill-test';
import { BROWSER_NAME } from './support/session';

/** A short run of `npm run kill`; the long one kills twenty times. */

const REPORTS = 40;
const KILLS = 3;

it('queued reports arrive exactly once although the browser is killed while they are delivered', async () => {
  const result = await runKillTest({
    browser: BROWSER_NAME,
    reports: REPORTS,
    kills: KILLS,
    chance: Math.random,
  });
  expect(result).toMatchObject({
    arrived: REPORTS,
    withEvidence: REPORTS / 2,
    ledger: { delivered: REPORTS },
  });
  expect(result.killedAt).toHaveLength(KILLS);
}, 180_000);
