import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { REPORT_PARTS } from '../../lib/reports/draft';
import { sampleReport } from '../support/reports/sample-report';
import { schemaOf } from '../support/rules/json-schema';
import { ROOT } from '../support/source/modules';
import { sampleItems } from '../support/ui-harness/samples';

/** The documented schema of `report.json`, generated from the type `Report`. `BIANSHI_GOLDEN=write` writes it. */

const FILE = join(ROOT, 'docs/report.schema.json');
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'bianshi-report, version 2',
  ...schemaOf('lib/reports/report.ts', 'Report'),
};

describe('docs/report.schema.json', () => {
  it('is what the type says', () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env['BIANSHI_GOLDEN'] === 'write') writeFileSync(FILE, text);
    expect(existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : undefined).toEqual(JSON.parse(text));
  });

  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  const errorsOf = (report: unknown) => (validate(JSON.parse(JSON.stringify(report))) ? [] : validate.errors);

  it.each(sampleItems().map(({ id }) => ({ id })))('accepts a report on $id', ({ id }) => {
    expect(errorsOf(sampleReport({}, {}, id))).toEqual([]);
  });

  it.each(REPORT_PARTS.map((part) => ({ part })))('accepts a report without $part', ({ part }) => {
    expect(errorsOf(sampleReport({}, { leaveOut: new Set([part]) }))).toEqual([]);
  });

  it('accepts one changed by hand, and refuses one of another version', () => {
    expect(errorsOf(sampleReport({ editedText: 'mine' }))).toEqual([]);
    expect(errorsOf({ ...sampleReport(), formatVersion: 1 })).toHaveLength(1);
  });
});
