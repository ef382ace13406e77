import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COVERAGE_MARKS, coverageTable } from '../support/coverage/coverage-table';
import { ROOT } from '../support/source/modules';

const README = join(ROOT, 'README.md');
const [START, END] = COVERAGE_MARKS;

/** `BIANSHI_GOLDEN=write` writes the table instead of comparing it. */
it('the README shows what every container can state, as the registries have it', async () => {
  const text = readFileSync(README, 'utf8');
  const [from, to] = [text.indexOf(START), text.indexOf(END)];
  expect([from > 0, to > from]).toEqual([true, true]);
  const wanted = `${text.slice(0, from)}${START}\n\n${await coverageTable()}\n\n${text.slice(to)}`;
  if (process.env['BIANSHI_GOLDEN'] === 'write') writeFileSync(README, wanted);
  expect(readFileSync(README, 'utf8')).toBe(wanted);
});
