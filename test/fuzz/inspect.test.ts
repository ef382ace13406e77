import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { ContainerId } from '../../lib/containers/container';
import { ALL_FORMATS } from '../../lib/containers/document-registry';
import { checkInput } from '../support/fuzz/check-input';
import { mutate, seeded } from '../support/fuzz/mutate';
import { RICH_DOCUMENT, SMALLEST_DOCUMENT } from '../support/samples/documents';
import { spoken } from '../support/samples/spoken';
import { RICH, SMALLEST } from '../support/samples/whole-files';
import { ROOT } from '../support/source/modules';

/**
 * The whole pipeline over mutated files, a target for every container there is: media and documents, each with its
 * smallest file, one with blocks of every kind, and one whose blocks hold real statements. Nothing escapes, budgets
 * hold, no input takes long, memory stays flat. `npm run fuzz` makes 100,000 inputs of each.
 */
const INPUTS = Number(process.env['BIANSHI_FUZZ'] ?? 200);

/** For a machine that does much else besides: an input takes a fraction of a millisecond. */
const TIMEOUT_MS = 60_000 + INPUTS * 100;

/** Inputs between two looks at the heap, and how much it may grow over all of them. */
const CHECK_EVERY = 2500;
const MAX_GROWTH_BYTES = 32 * 1024 * 1024;

v8.setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const SAMPLES: Readonly<Record<ContainerId, readonly (() => Uint8Array)[]>> = Object.fromEntries(
  ALL_FORMATS.map(({ id }) => [
    id,
    [{ ...SMALLEST, ...SMALLEST_DOCUMENT }[id], { ...RICH, ...RICH_DOCUMENT }[id], ...spoken(id)],
  ]),
) as unknown as Readonly<Record<ContainerId, readonly (() => Uint8Array)[]>>;

describe.each(ALL_FORMATS.map(({ id }) => id))('mutated %s', (id) => {
  it(
    `is taken well, for ${INPUTS} files`,
    async () => {
      const originals = SAMPLES[id].map((make) => make());
      let heap = 0;
      for (let seed = 1; seed <= INPUTS; seed += 1) {
        const original = originals[seed % originals.length] as Uint8Array;
        const problem = await checkInput(mutate(original, seeded(seed)));
        if (problem !== undefined) expect.fail(`${id}, seed ${seed}: ${problem}`);
        if (seed % CHECK_EVERY !== 0) continue;
        collectGarbage();
        const used = process.memoryUsage().heapUsed;
        heap ||= used;
        expect(used - heap, `${id}: heap after ${seed} inputs`).toBeLessThan(MAX_GROWTH_BYTES);
      }
      expect(originals.length).toBeGreaterThan(1);
    },
    TIMEOUT_MS,
  );
});

describe('crashers', () => {
  const folder = join(ROOT, 'test/fuzz/crashers');
  const files = readdirSync(folder).filter((name) => name !== 'README.md');

  it(`are taken well: ${files.length} files that once were not`, async () => {
    const problems = [];
    for (const file of files) problems.push([file, await checkInput(readFileSync(join(folder, file)))]);
    expect(problems.filter(([, problem]) => problem !== undefined)).toEqual([]);
  });
});
