import { isJsonArray, isJsonObject, type JsonObject, scalarText } from '../json/json-value';
import { parseJson } from '../json/parse-json';
import type { Parsed } from './parsed';

/** The kind of resource that is a model by itself; LoRAs are changes to one. */
const MODEL = 'checkpoint';
const LORA = 'lora';

/**
 * The model and the LoRAs in the setting `Civitai resources` of an infotext: a JSON list of `{type, modelName,
 * modelVersionName, weight}` (civitai/civitai, metadata parsers). Civitai writes it instead of `Model`.
 *
 * @param text the value of the setting; what is no such list gives nothing
 */
export function readCivitaiResources(text: string): Parsed {
  const json = parseJson(text);
  const resources = isJsonArray(json) ? json.filter(isJsonObject) : [];
  const names = (type: string) => resources.filter((one) => one.get('type') === type).flatMap(nameOf);
  const [model] = names(MODEL);
  const loras = names(LORA);
  return { ...(model !== undefined && { model }), ...(loras.length > 0 && { loras }) };
}

function nameOf(resource: JsonObject): readonly string[] {
  const name = scalarText(resource.get('modelName'));
  if (name === undefined) return [];
  const version = scalarText(resource.get('modelVersionName'));
  const weight = scalarText(resource.get('weight'));
  return [
    `${name}${version === undefined ? '' : ` (${version})`}${weight === undefined ? '' : `:${weight}`}`,
  ];
}
