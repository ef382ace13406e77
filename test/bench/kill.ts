import { parseArgs } from 'node:util';
import { BROWSER_NAMES } from '../support/browsers/browser';
import { runKillTest } from '../support/reports/kill-test';

/*
 * `npm run kill [-- --browser chromium|firefox] [--reports 200] [--kills 20]`: queues reports and kills the browser at
 * random moments while they are delivered. Exit code 1 unless each arrived exactly once. Needs a build.
 */

const OPTIONS = {
  browser: { type: 'string', default: 'chromium' },
  reports: { type: 'string', default: '200' },
  kills: { type: 'string', default: '20' },
} as const;

const args = process.argv.slice(2).filter((argument) => argument !== '--');
const { values } = parseArgs({ args, options: OPTIONS });
const browser = BROWSER_NAMES.find((name) => name === values.browser) ?? 'chromium';
const reports = Number(values.reports);
const kills = Number(values.kills);

const result = await runKillTest({ browser, reports, kills, chance: Math.random, log: console.log });
const { arrived, repeated, withEvidence, ledger } = result;
console.log(
  `${browser}: ${reports} queued, ${kills} kills; ${arrived} arrived, each once; ${repeated} requests were repetitions; ${withEvidence} with evidence; ledger ${JSON.stringify(ledger)}`,
);
const good =
  arrived === reports && withEvidence === Math.ceil(reports / 2) && ledger['delivered'] === reports;
process.exitCode = good ? 0 : 1;
