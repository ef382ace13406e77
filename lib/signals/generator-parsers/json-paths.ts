import type { JsonPath, ParameterRecipe } from '../../rules/generator-rule';
import { valuesAt } from '../json/json-path';
import { anyText, type JsonValue } from '../json/json-value';
import { type Parsed, type ParsedRow, type TextParameter, texts } from './parsed';

type Recipe = Extract<ParameterRecipe, { parser: 'json-paths' }>;

/**
 * Reads parameters by the paths of a rule: the first path that leads to text counts; `loras` takes all that all
 * its paths lead to; width and height become the size.
 */
export function readJsonPaths(json: JsonValue | undefined, { paths, others }: Recipe): Parsed {
  if (json === undefined) return {};
  const { loras, width, height, ...single } = paths;
  const size = sizeText(first(json, width), first(json, height));
  const entries = Object.entries(single) as (readonly [TextParameter, readonly JsonPath[]])[];
  const found = entries.map(([name, tried]): [TextParameter, string | undefined] => [
    name,
    first(json, tried),
  ]);
  const rows = (others ?? []).flatMap((path) => otherRow(json, path));
  const names = (loras ?? []).flatMap((path) => all(json, path));
  return {
    ...texts([['size', size], ...found]),
    ...(names.length > 0 && { loras: names }),
    ...(rows.length > 0 && { others: rows }),
  };
}

const all = (json: JsonValue, path: JsonPath): readonly string[] =>
  valuesAt(json, path).flatMap((value) => anyText(value) ?? []);

function first(json: JsonValue, paths: readonly JsonPath[] | undefined): string | undefined {
  for (const path of paths ?? []) {
    const text = all(json, path).find((one) => one.trim() !== '');
    if (text !== undefined) return text;
  }
  return undefined;
}

const sizeText = (width: string | undefined, height: string | undefined): string | undefined =>
  width === undefined || height === undefined ? undefined : `${width}x${height}`;

function otherRow(json: JsonValue, path: JsonPath): readonly ParsedRow[] {
  const value = first(json, [path]);
  return value === undefined ? [] : [{ name: path.split('.').at(-1) ?? path, value }];
}
