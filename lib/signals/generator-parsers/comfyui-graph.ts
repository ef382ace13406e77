import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, scalarText } from '../json/json-value';
import { MAX_GRAPH_STEPS } from '../signal-limits';
import { type Parsed, texts } from './parsed';

/** ComfyUI's API form: node id → `{class_type, inputs}`; an input is a value or a link `[node id, slot]`. */
export const isApiGraph = (graph: JsonObject): boolean =>
  [...graph.values()].some((node) => isJsonObject(node) && node.has('class_type'));

/** Inputs that hold text, as text encoders of the core name them. */
const TEXT_INPUTS = ['text', 'text_g', 'text_l', 't5xxl', 'clip_l', 'prompt', 'string', 'value'];

/** Inputs through which conditioning runs on its way from an encoder to a sampler. */
const CONDITIONING_LINKS = ['conditioning', 'conditioning_1', 'conditioning_to', ...TEXT_INPUTS];

/** Inputs of a sampler behind which its settings may sit (custom samplers split them into nodes). */
const SETTING_LINKS = [
  'seed',
  'noise_seed',
  'steps',
  'cfg',
  'noise',
  'sampler',
  'sigmas',
  'guider',
  'sampler_name',
];
const MODEL_LINKS = ['model', 'guider', 'unet'];
const MODEL_NAMES = ['ckpt_name', 'unet_name', 'model_name'];
const SIZE_LINKS = ['latent_image', 'latent', 'samples'];

/**
 * Reads the parameters of the first sampler in a graph: prompts by following its conditioning back to the text
 * encoders, model and LoRAs along the model links, settings on it or on the nodes it is split into. Safe for
 * cycles and bounded by MAX_GRAPH_STEPS for each thing sought.
 */
export function readApiGraph(graph: JsonObject): Parsed {
  const sampler = findSampler(graph);
  if (sampler === undefined) return {};
  const conditioner = conditionerOf(graph, sampler);
  const scalar = (names: readonly string[], links: readonly string[]) =>
    findScalar(graph, sampler, names, links);
  const size = nodeWith(graph, sampler, 'width', SIZE_LINKS);
  const loras = lorasAlong(graph, sampler);
  return {
    ...texts([
      ['prompt', findText(graph, conditioner, 'positive') ?? findText(graph, conditioner, 'conditioning')],
      ['negativePrompt', findText(graph, conditioner, 'negative')],
      ['model', scalar(MODEL_NAMES, MODEL_LINKS)],
      ['seed', scalar(['seed', 'noise_seed', 'value'], SETTING_LINKS)],
      ['steps', scalar(['steps'], SETTING_LINKS)],
      ['guidance', scalar(['cfg'], SETTING_LINKS)],
      ['sampler', scalar(['sampler_name'], SETTING_LINKS)],
      ['size', size && sizeOf(size)],
    ]),
    ...(loras.length > 0 && { loras }),
  };
}

/** The node the prompts run into: the sampler itself, or its guider (a basic one has no negative side). */
function conditionerOf(graph: JsonObject, sampler: JsonObject): JsonObject {
  const find = (name: string) => nodeWith(graph, sampler, name, ['guider']);
  return find('positive') ?? find('conditioning') ?? sampler;
}

/** A node that samples: it has a positive conditioning (and no output of its own kind), or a guider. */
function findSampler(graph: JsonObject): JsonObject | undefined {
  const all = [...graph.values()].flatMap((node) => inputsOf(node) ?? []);
  const isSampler = (inputs: JsonObject) => inputs.has('latent_image') || inputs.has('latent');
  return (
    all.find((inputs) => isSampler(inputs) && (inputs.has('positive') || inputs.has('guider'))) ??
    all.find((inputs) => inputs.has('positive'))
  );
}

function inputsOf(node: JsonValue | undefined): JsonObject | undefined {
  const inputs = isJsonObject(node) ? node.get('inputs') : undefined;
  return isJsonObject(inputs) ? inputs : undefined;
}

/** Inputs of the node that an input links to. */
function linked(graph: JsonObject, inputs: JsonObject, name: string): JsonObject | undefined {
  const link = inputs.get(name);
  const id = isJsonArray(link) ? scalarText(link[0]) : undefined;
  return id === undefined ? undefined : inputsOf(graph.get(id));
}

/** The nodes reached from one by these links, itself first, nearest first, each once. */
function reachable(graph: JsonObject, from: JsonObject, links: readonly string[]): readonly JsonObject[] {
  const seen = new Set([from]);
  for (const inputs of seen) {
    if (seen.size >= MAX_GRAPH_STEPS) break;
    for (const name of links) {
      const next = linked(graph, inputs, name);
      if (next !== undefined) seen.add(next);
    }
  }
  return [...seen];
}

const nodeWith = (
  graph: JsonObject,
  from: JsonObject,
  name: string,
  links: readonly string[],
): JsonObject | undefined => reachable(graph, from, links).find((inputs) => inputs.has(name));

function findScalar(
  graph: JsonObject,
  from: JsonObject,
  names: readonly string[],
  links: readonly string[],
): string | undefined {
  for (const inputs of reachable(graph, from, links)) {
    const text = names.map((name) => scalarText(inputs.get(name))).find((one) => one !== undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Text behind a conditioning: nodes that pass both on (ControlNet) are followed on the same side. */
function findText(graph: JsonObject, from: JsonObject, side: string): string | undefined {
  const start = linked(graph, from, side);
  if (start === undefined) return undefined;
  for (const inputs of reachable(graph, start, [side, ...CONDITIONING_LINKS])) {
    const text = TEXT_INPUTS.map((name) => inputs.get(name)).find(isFilledText);
    if (text !== undefined) return text;
  }
  return undefined;
}

const isFilledText = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && value.trim() !== '';

function lorasAlong(graph: JsonObject, from: JsonObject): readonly string[] {
  return reachable(graph, from, MODEL_LINKS).flatMap((inputs) => {
    const name = scalarText(inputs.get('lora_name'));
    const weight = scalarText(inputs.get('strength_model'));
    if (name === undefined) return [];
    return [weight === undefined ? name : `${name}:${weight}`];
  });
}

function sizeOf(inputs: JsonObject): string | undefined {
  const [width, height] = [scalarText(inputs.get('width')), scalarText(inputs.get('height'))];
  return width === undefined || height === undefined ? undefined : `${width}x${height}`;
}
