import { MAX_GRAPH_ITEMS } from '../../bytes/limits';
import type { CborValue } from '../../metadata/cbor';
import type { CrManifest } from '../cr-json';
import type { GraphAction } from '../credential';
import { agentText, listOf, mapOf, present, textAt } from '../values';

type Members = ReadonlyMap<CborValue, CborValue>;

/** `c2pa.actions`, `c2pa.actions.v2` and further instances `__1` (C2PA 2.5 §18.15). */
const ACTIONS_LABEL = /^c2pa\.actions(?:\.v\d+)?(?:__\d+)?$/;

/** The actions of a manifest in their order, of version 1 and 2, bounded. */
export function readActions(manifest: CrManifest): readonly GraphAction[] {
  return actionAssertions(manifest)
    .flatMap((one) =>
      listOf(one.get('actions'))
        .slice(0, MAX_GRAPH_ITEMS)
        .flatMap((action) => readAction(mapOf(action), one)),
    )
    .slice(0, MAX_GRAPH_ITEMS);
}

/** Whether every list of actions says of itself that it is complete (`allActionsIncluded`). */
export function saysAllActions(manifest: CrManifest): boolean {
  const assertions = actionAssertions(manifest);
  return assertions.length > 0 && assertions.every((one) => one.get('allActionsIncluded') === true);
}

export function actionAssertions({ assertions }: CrManifest): readonly Members[] {
  return [...assertions]
    .filter(([label]) => typeof label === 'string' && ACTIONS_LABEL.test(label))
    .map(([, value]) => mapOf(value));
}

function readAction(map: Members, assertion: Members): readonly GraphAction[] {
  const action = textAt(map, 'action');
  if (action === undefined) return [];
  const texts = present({
    when: textAt(map, 'when'),
    agent: agentOf(map, assertion),
    sourceType: textAt(map, 'digitalSourceType'),
    description: textAt(map, 'description') ?? textAt(mapOf(map.get('parameters')), 'description'),
  });
  return [{ action, ...texts }];
}

/** Version 2 may name the agent by its place in a list of the assertion (`softwareAgentIndex`). */
function agentOf(map: Members, assertion: Members) {
  const index = map.get('softwareAgentIndex');
  const shared = typeof index === 'number' ? listOf(assertion.get('softwareAgents'))[index] : undefined;
  return agentText(map.get('softwareAgent')) ?? agentText(shared);
}
