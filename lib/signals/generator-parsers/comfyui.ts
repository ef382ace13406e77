import { compactJson, isJsonObject, type JsonObject, type JsonValue } from '../json/json-value';
import { parseJson } from '../json/parse-json';
import { isApiGraph, readApiGraph } from './comfyui-graph';
import type { Parsed } from './parsed';

/** What the core and savers of third parties put before the JSON in EXIF text. */
const PREFIX = /^(?:prompt|workflow):\s{0,16}/i;

/** Members under which savers keep the two graphs; the values are objects or JSON text. */
const MEMBERS = ['prompt', 'workflow'];

type ParseText = (text: string) => JsonValue | undefined;

type Graphs = { api?: JsonObject; workflow?: string };

/**
 * Reads what ComfyUI wrote: the graph that ran (`prompt`, the API form) gives the parameters, the graph of the
 * editor (`workflow`) is kept as text, or the former where it is the only one. Accepted: either as JSON, behind `prompt:` or `workflow:`, or both as
 * members of one object.
 *
 * @param values the texts of all fields that may hold one
 * @param parse reads JSON; the default reads it anew
 */
export function readComfyUi(values: readonly string[], parse: ParseText = parseJson): Parsed {
  const graphs: Graphs = {};
  for (const value of values)
    collect(value.replaceAll('\0', '').trim().replace(PREFIX, ''), graphs, parse, true);
  const workflow = graphs.workflow ?? (graphs.api && compactJson(graphs.api));
  return { ...(graphs.api && readApiGraph(graphs.api)), ...(workflow !== undefined && { workflow }) };
}

function collect(text: string, graphs: Graphs, parse: ParseText, open: boolean): void {
  if (!text.startsWith('{')) return;
  const json = parse(text);
  if (!isJsonObject(json)) return;
  if (isApiGraph(json)) graphs.api ??= json;
  else if (json.has('nodes')) graphs.workflow ??= text;
  else if (open) for (const member of MEMBERS) collectMember(json.get(member), graphs, parse);
}

function collectMember(value: JsonValue | undefined, graphs: Graphs, parse: ParseText): void {
  if (typeof value === 'string') collect(value, graphs, parse, false);
  if (!isJsonObject(value)) return;
  if (isApiGraph(value)) graphs.api ??= value;
  else if (value.has('nodes')) graphs.workflow ??= compactJson(value);
}
