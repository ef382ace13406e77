import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import { parse } from 'yaml';

const FILE = join(import.meta.dirname, '../../../docs/receiver.openapi.yaml');

/** The parts of an OpenAPI 3.1 document that are used here. */
export type Description = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

export const description = parse(readFileSync(FILE, 'utf8')) as Description;

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Schemas of OpenAPI 3.1 are JSON Schema 2020-12; its own keywords are annotations. */
const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: { 'date-time': DATE_TIME, uuid: UUID },
});
ajv.addSchema({ $id: 'receiver', ...description });

const compiled = new Map<string, ValidateFunction>();

/** Checks a value against the schema at a JSON pointer of the description; gives what is wrong, in words. */
export function faultsOf(pointer: string, value: unknown): readonly string[] {
  const check = compiled.get(pointer) ?? ajv.compile({ $ref: `receiver#${pointer}` });
  compiled.set(pointer, check);
  if (check(value)) return [];
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}
