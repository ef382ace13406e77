/** A JSON value as read: strings, numbers and words by their text, objects as Maps. */
export type JsonValue = string | JsonLiteral | readonly JsonValue[] | JsonObject;
export type JsonObject = ReadonlyMap<string, JsonValue>;

/** A number, `true`, `false` or `null`, as spelled in the file. */
export type JsonLiteral = { readonly literal: string };

export const isJsonObject = (value: JsonValue | undefined): value is JsonObject => value instanceof Map;

export const isJsonArray = (value: JsonValue | undefined): value is readonly JsonValue[] =>
  Array.isArray(value);

/** Text of a string, number or truth value; `undefined` for `null` and for what has members. */
export function scalarText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (value === undefined || isJsonArray(value) || isJsonObject(value)) return undefined;
  return value.literal === 'null' ? undefined : value.literal;
}

/** A value as compact JSON text; numbers keep their spelling. Bounded by what {@link JsonValue} was read from. */
export function compactJson(value: JsonValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (isJsonArray(value)) return `[${value.map(compactJson).join(',')}]`;
  if (!isJsonObject(value)) return value.literal;
  const members = [...value].map(([name, member]) => `${JSON.stringify(name)}:${compactJson(member)}`);
  return `{${members.join(',')}}`;
}

/** Text of any value but `null`: scalars as they are, the rest as JSON. */
export function anyText(value: JsonValue | undefined): string | undefined {
  if (isJsonArray(value) || isJsonObject(value)) return compactJson(value);
  return scalarText(value);
}
