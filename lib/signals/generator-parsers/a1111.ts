import { MAX_MATCH_CHARS, MAX_ROWS } from '../signal-limits';
import { readCivitaiResources } from './civitai-resources';
import { splitSettings } from './infotext-settings';
import { type Parsed, type ParsedRow, type TextParameter, texts } from './parsed';

/** Begins the line of settings; everything before it is prompt. */
const SETTINGS = 'Steps: ';
const NEGATIVE = 'Negative prompt:';

/** Settings with a parameter of their own. */
const NAMED: ReadonlyMap<string, TextParameter> = new Map([
  ['Steps', 'steps'],
  ['Sampler', 'sampler'],
  ['CFG scale', 'guidance'],
  ['Seed', 'seed'],
  ['Size', 'size'],
  ['Model', 'model'],
  ['Version', 'version'],
]);

const LORA_HASHES = 'Lora hashes';
const CIVITAI = 'Civitai resources';

/** `<lora:name:weight>` in a prompt (Stable Diffusion WebUI, "Extra networks"). */
const LORA_TAG = /<lora:([^<>:]{1,256}):?([^<>]{0,64})>/g;

/**
 * Reads the infotext of Stable Diffusion WebUI and its relatives: prompt lines, `Negative prompt:` lines, and
 * from the last line that begins with `Steps: ` on the settings.
 *
 * @param text the `parameters` text or EXIF UserComment
 */
export function readA1111(text: string): Parsed {
  const infotext = text.slice(0, MAX_MATCH_CHARS).replaceAll('\r\n', '\n');
  const start = settingsStart(infotext);
  if (start < 0) return {};
  const settings = splitSettings(infotext.slice(start).replaceAll('\n', ' '));
  const { prompt, negativePrompt } = splitPrompts(infotext.slice(0, start));
  const { loras: resources = [], ...civitai } = readCivitaiResources(settingOf(settings, CIVITAI));
  return {
    ...civitai,
    ...texts([['prompt', prompt], ['negativePrompt', negativePrompt], ...named(settings)]),
    ...list('loras', [...allLoras(prompt, settings), ...resources]),
    ...list(
      'others',
      settings.filter(({ name }) => !NAMED.has(name) && name !== LORA_HASHES),
    ),
  };
}

function settingsStart(infotext: string): number {
  const at = infotext.lastIndexOf(`\n${SETTINGS}`);
  if (at >= 0) return at + 1;
  return infotext.startsWith(SETTINGS) ? 0 : -1;
}

function splitPrompts(text: string): { readonly prompt: string; readonly negativePrompt?: string } {
  const at = text.startsWith(NEGATIVE) ? 0 : text.indexOf(`\n${NEGATIVE}`);
  if (at < 0) return { prompt: text.trim() };
  const negative = text.slice(text.indexOf(NEGATIVE, at) + NEGATIVE.length);
  return { prompt: text.slice(0, at).trim(), negativePrompt: negative.trim() };
}

const named = (settings: readonly ParsedRow[]): (readonly [TextParameter, string])[] =>
  settings.flatMap(({ name, value }) => {
    const parameter = NAMED.get(name);
    return parameter === undefined ? [] : [[parameter, value] as const];
  });

function lorasInPrompt(prompt: string): readonly string[] {
  const loras: string[] = [];
  for (const [, name = '', weight = ''] of prompt.matchAll(LORA_TAG)) {
    if (loras.length >= MAX_ROWS) break;
    loras.push(weight === '' ? name : `${name}:${weight}`);
  }
  return loras;
}

/** LoRAs in the prompt, and those that only `Lora hashes: "name: hash, name: hash"` names. */
function allLoras(prompt: string, settings: readonly ParsedRow[]): readonly string[] {
  const inPrompt = lorasInPrompt(prompt);
  const hashes = settingOf(settings, LORA_HASHES);
  const known = new Set(inPrompt.map((lora) => lora.split(':')[0]));
  const hashed = splitSettings(hashes).filter(({ name }) => !known.has(name));
  return [...inPrompt, ...hashed.map(({ name, value }) => `${name} (${value})`)];
}

const settingOf = (settings: readonly ParsedRow[], wanted: string): string =>
  settings.find(({ name }) => name === wanted)?.value ?? '';

const list = <T>(name: 'loras' | 'others', items: readonly T[]) =>
  items.length > 0 ? { [name]: items } : {};
