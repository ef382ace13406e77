import { soak } from '../support/soak';

/**
 * `npm run soak:read [-- COUNT]`: memory held after every thousandth of 10,000 inspections of files of every container,
 * garbage collected. Figures to be read; `test/unit/inspect/memory.test.ts` holds the short run to them.
 */

const COUNT = Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 10_000);
const STEPS = 10;

console.log('inspections   memory held');
await soak(COUNT, Math.ceil(COUNT / STEPS), (done, heap) =>
  console.log(`${String(done).padStart(11)}   ${(heap / 1024 / 1024).toFixed(2).padStart(8)} MB`),
);
