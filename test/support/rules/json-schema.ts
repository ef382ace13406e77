import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject } from 'ajv';
import { createGenerator, type SchemaGenerator } from 'ts-json-schema-generator';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ajv = new Ajv({ allErrors: true, strict: false });
const generators = new Map<string, SchemaGenerator>();

/** Checks a value against the JSON schema generated from a TypeScript type; unknown members are errors. */
export function schemaErrors(file: string, type: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(schemaId(file, type)) ?? compile(file, type);
  validate(value);
  return (validate.errors ?? []).map(asLine);
}

const schemaId = (file: string, type: string): string => `${file}/${type}`;

function compile(file: string, type: string) {
  return ajv.compile({ ...schemaOf(file, type), $id: schemaId(file, type) });
}

/** The JSON schema generated from a TypeScript type. */
export function schemaOf(file: string, type: string): object {
  const generator =
    generators.get(file) ??
    createGenerator({
      path: `${ROOT}${file}`,
      tsconfig: `${ROOT}tsconfig.json`,
      type: '*',
      skipTypeCheck: true,
      additionalProperties: false,
    });
  generators.set(file, generator);
  return generator.createSchema(type);
}

function asLine({ instancePath, message = '', params }: ErrorObject): string {
  return `${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
}
