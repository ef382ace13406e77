import { performance } from 'node:perf_hooks';
import { MAX_BYTES_PER_FILE, MAX_READS_PER_FILE } from '../../../lib/bytes/limits';
import { RangeReader } from '../../../lib/bytes/range-reader';
import { memorySource } from '../../../lib/bytes/source';
import { ALL_FORMATS } from '../../../lib/containers/document-registry';
import { walkContainer } from '../../../lib/containers/walk';
import { collectFacts } from '../../../lib/facts/collect-facts';
import { inspect } from '../../../lib/inspect/inspect';
import { loadRuleBook } from '../../../lib/rules/rule-book';

/** Most processor time one input may take, in milliseconds. */
export const MAX_INPUT_MS = 50;

/** A noisy machine is slow now and then; a slow input is slow every time. */
const MEASUREMENTS = 4;

const rules = loadRuleBook();

/**
 * Reads one input through the whole pipeline.
 *
 * @param maxMs most processor time it may take; files of megabytes that have to be read whole may take more
 * @returns what is wrong with how we took it, in words; nothing for an input that is merely broken
 */
export async function checkInput(bytes: Uint8Array, maxMs = MAX_INPUT_MS): Promise<string | undefined> {
  const started = performance.now();
  const problem = await readInput(bytes);
  if (problem !== undefined || performance.now() - started <= maxMs) return problem;
  const ms = await fastest(bytes);
  return ms > maxMs ? `takes ${ms.toFixed(0)} ms of processor time` : undefined;
}

async function readInput(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const { verdict, read } = await inspect(memorySource(bytes), { rules, formats: ALL_FORMATS });
    if (read.state === 'internal') return 'a parser failed on it';
    if (read.bytes > MAX_BYTES_PER_FILE || read.reads > MAX_READS_PER_FILE)
      return 'costs more than a file may';
    if ('why' in verdict && verdict.why === 'internal')
      return `a reader of blocks failed: ${await faultOf(bytes)}`;
    return undefined;
  } catch (error) {
    return `${String(error)} escapes`;
  }
}

/** Which block it was: `inspect` keeps our own failures to itself. */
async function faultOf(bytes: Uint8Array): Promise<string> {
  const reader = new RangeReader(memorySource(bytes));
  const { container, blocks } = await walkContainer(reader, ALL_FORMATS);
  if (container === 'unknown') return 'no container';
  const { faults } = await collectFacts(container, blocks, reader);
  const fault = faults.find(({ state }) => state === 'internal');
  return `${fault?.place.path.join(' › ')} ${fault?.why}`;
}

async function fastest(bytes: Uint8Array): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let count = 0; count < MEASUREMENTS; count += 1) {
    const used = process.cpuUsage();
    await readInput(bytes);
    const { user, system } = process.cpuUsage(used);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
