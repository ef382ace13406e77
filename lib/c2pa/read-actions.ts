import { fileText } from '../bytes/file-text';
import { MAX_C2PA_ACTIONS, MAX_C2PA_RAW_CHARS } from '../bytes/limits';
import type { CborValue } from '../metadata/cbor';
import { ingredientLabel } from './jumbf-uri';
import type { C2paAction } from './manifest-store';
import { agentText, jsonText, listOf, mapOf, present, textAt } from './values';

/** Where an assertion stands: its label and the absolute offset of its box. */
export type AssertionPlace = Pick<C2paAction, 'assertion' | 'offset'>;

/** Template that applies to every action (C2PA 2.5 §18.15, action templates). */
const ANY_ACTION = '*';

/**
 * The actions of a `c2pa.actions` or `c2pa.actions.v2` assertion, with what their templates and the list of
 * software agents add (C2PA 2.5 §18.15). Entries without a name are left out.
 */
export function readActions(assertion: CborValue, place: AssertionPlace): readonly C2paAction[] {
  const map = mapOf(assertion);
  const templates = listOf(map.get('templates')).map(mapOf);
  const agents = listOf(map.get('softwareAgents'));
  return listOf(map.get('actions'))
    .slice(0, MAX_C2PA_ACTIONS)
    .flatMap((entry) => readAction(mapOf(entry), templates, agents, place));
}

type Members = ReturnType<typeof mapOf>;

function readAction(
  own: Members,
  templates: readonly Members[],
  agents: readonly CborValue[],
  place: AssertionPlace,
): readonly C2paAction[] {
  const action = textAt(own, 'action');
  if (action === undefined) return [];
  const template = templates.find((one) => [action, ANY_ACTION].includes(textAt(one, 'action') ?? ''));
  const either = new Map([...(template ?? []), ...own]);
  const parameters = mapOf(either.get('parameters'));
  const optional = present({
    digitalSourceType: textAt(either, 'digitalSourceType'),
    vendorSourceType: textAt(parameters, 'com.adobe.digitalSourceType'),
    softwareAgent: agentText(either.get('softwareAgent')) ?? indexedAgent(either, agents),
    description: textAt(either, 'description') ?? textAt(parameters, 'description'),
  });
  const raw = fileText(jsonText(either), MAX_C2PA_RAW_CHARS);
  return [{ action, ingredients: usedIngredients(parameters), raw, ...place, ...optional }];
}

/** `softwareAgentIndex` points into the assertion's `softwareAgents` (C2PA 2.5 §18.15). */
function indexedAgent(
  action: Members,
  agents: readonly CborValue[],
): C2paAction['softwareAgent'] | undefined {
  const index = action.get('softwareAgentIndex');
  return typeof index === 'number' ? agentText(agents[index]) : undefined;
}

/** `parameters.ingredients` (v2) and `parameters.ingredient` (v1): hashed URIs of ingredient assertions. */
function usedIngredients(parameters: Members): C2paAction['ingredients'] {
  const uris = [...listOf(parameters.get('ingredients')), parameters.get('ingredient')];
  return uris.flatMap((uri) => ingredientLabel(textAt(mapOf(uri), 'url')) ?? []);
}
