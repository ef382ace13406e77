import { type FileText, fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import type { GeneratorRule, ParameterRecipe } from '../../rules/generator-rule';
import type { GeneratorParameters } from '../generator-parameters';
import { readA1111 } from '../generator-parsers/a1111';
import { readComfyUi } from '../generator-parsers/comfyui';
import { readDream } from '../generator-parsers/dream';
import { readFieldsAsParameters } from '../generator-parsers/fields';
import { readJsonPaths } from '../generator-parsers/json-paths';
import { readMidjourney } from '../generator-parsers/midjourney';
import type { Parsed, ParsedRow } from '../generator-parsers/parsed';
import { MAX_NAME_CHARS, MAX_PROMPT_CHARS, MAX_ROW_CHARS, MAX_ROWS } from '../signal-limits';
import type { FieldIndex } from './field-index';

/**
 * What a generator wrote about how it made a file, by the recipes of its rule: the first to give a parameter
 * wins, further rows add up. What cannot be read is left out; nothing throws.
 */
export function readParameters(rule: GeneratorRule, index: FieldIndex): GeneratorParameters {
  const parts = rule.parameters.flatMap((recipe) => runRecipe(recipe, index));
  const parsed = Object.assign({}, ...parts.toReversed()) as Parsed;
  const others = parts.flatMap((part) => part.others ?? []);
  return { tool: rule.name, ...bounded(parsed), ...rows(others) };
}

function runRecipe(recipe: ParameterRecipe, index: FieldIndex): readonly Parsed[] {
  if (recipe.parser === 'fields') return [readFieldsAsParameters(recipe.fields, index)];
  const fields = index.find(recipe.in);
  switch (recipe.parser) {
    case 'a1111':
      return fields.map(({ value }) => readA1111(value));
    case 'dream':
      return fields.map(({ value }) => readDream(value));
    case 'midjourney':
      return fields.map(({ value }) => readMidjourney(value));
    case 'comfyui':
      return [
        readComfyUi(
          fields.map(({ value }) => value),
          (text) => index.parse(text),
        ),
      ];
    case 'json-paths':
      return fields.map((field) => readJsonPaths(index.json(field), recipe));
  }
}

/** Parameters that are one text each, with the longest text shown of each. */
const TEXTS = {
  version: MAX_ROW_CHARS,
  model: MAX_ROW_CHARS,
  prompt: MAX_PROMPT_CHARS,
  negativePrompt: MAX_PROMPT_CHARS,
  seed: MAX_ROW_CHARS,
  steps: MAX_ROW_CHARS,
  sampler: MAX_ROW_CHARS,
  guidance: MAX_ROW_CHARS,
  size: MAX_ROW_CHARS,
  workflow: MAX_RAW_CHARS,
} as const;

function bounded(parsed: Parsed): Omit<GeneratorParameters, 'tool' | 'others'> {
  const texts = Object.entries(TEXTS).flatMap(([name, max]): [string, FileText][] => {
    const text = parsed[name as keyof typeof TEXTS]?.trim();
    return text ? [[name, fileText(text, max)]] : [];
  });
  const loras = parsed.loras?.slice(0, MAX_ROWS).map((name) => fileText(name, MAX_NAME_CHARS));
  return { ...Object.fromEntries(texts), ...(loras && loras.length > 0 && { loras }) };
}

function rows(others: readonly ParsedRow[]): Pick<GeneratorParameters, 'others'> {
  const shown = others.slice(0, MAX_ROWS).map(({ name, value }) => ({
    name: fileText(name, MAX_NAME_CHARS),
    value: fileText(value, MAX_ROW_CHARS),
  }));
  return shown.length > 0 ? { others: shown } : {};
}
