import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { memorySource } from '../../lib/bytes/source';
import { ALL_FORMATS } from '../../lib/containers/document-registry';
import { inspect } from '../../lib/inspect/inspect';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { OWN_MEDIA_FOLDER, ownMedia } from './corpus/own-media';
import { RICH_DOCUMENT } from './samples/documents';
import { RICH } from './samples/whole-files';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The project's own media and a file of every container, each as new bytes every time, as from a network. */
const LOADERS: readonly (() => Uint8Array)[] = [
  ...Object.values(RICH),
  ...Object.values(RICH_DOCUMENT),
  ...ownMedia().map(
    ({ file }) =>
      () =>
        new Uint8Array(readFileSync(join(OWN_MEDIA_FOLDER, file))),
  ),
];

/**
 * Inspects files one after another and says how much memory is held.
 *
 * @param count how many inspections
 * @param every after how many the heap is looked at, garbage collected
 * @returns bytes of heap in use each time
 */
export async function soak(
  count: number,
  every: number,
  report: (done: number, heap: number) => void = () => {},
): Promise<readonly number[]> {
  const rules = loadRuleBook();
  const heaps: number[] = [];
  for (let done = 1; done <= count; done += 1) {
    const load = LOADERS[done % LOADERS.length] as () => Uint8Array;
    await inspect(memorySource(load()), { rules, formats: ALL_FORMATS });
    if (done % every !== 0) continue;
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    heaps.push(heapUsed + external);
    report(done, heapUsed + external);
  }
  return heaps;
}
