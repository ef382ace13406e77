import type { FileText } from '../../bytes/file-text';
import { MAX_GRAPH_ITEMS } from '../../bytes/limits';
import type { CborValue } from '../../metadata/cbor';
import type { CrManifest, CrStore } from '../cr-json';
import type { GraphEdge } from '../credential';
import { manifestLabel } from '../jumbf-uri';
import { mapOf, present, textAt } from '../values';
import type { PictureTaker } from './pictures';

type Members = ReadonlyMap<CborValue, CborValue>;

/** `c2pa.ingredient`, `.v2`, `.v3` and further instances (C2PA 2.5 §18.16). */
const INGREDIENT_LABEL = /^c2pa\.ingredient(?:\.v\d+)?(?:__\d+)?$/;

const RELATIONSHIPS = ['parentOf', 'componentOf', 'inputTo'] as const;

/** The ways from a manifest to what it was made from, in the order of its assertions, bounded. */
export function readEdges(manifest: CrManifest, picture: PictureTaker): readonly GraphEdge[] {
  return ingredientsOf(manifest).map((map) => {
    const thumbnail = picture.ofIngredient(manifest, map);
    const relationship = RELATIONSHIPS.find((one) => one === map.get('relationship')) ?? 'unknown';
    return {
      relationship,
      ...present({
        title: textAt(map, 'dc:title'),
        format: textAt(map, 'dc:format'),
        to: targetOf(map),
        sourceType: textAt(map, 'digitalSourceType'),
        thumbnail,
      }),
    };
  });
}

function ingredientsOf({ assertions }: CrManifest): readonly Members[] {
  return [...assertions]
    .filter(([label]) => typeof label === 'string' && INGREDIENT_LABEL.test(label))
    .slice(0, MAX_GRAPH_ITEMS)
    .map(([, value]) => mapOf(value));
}

/** Version 3 says `activeManifest`, before that `c2pa_manifest`. */
function targetOf(ingredient: Members): FileText | undefined {
  const reference = mapOf(
    ingredient.get(ingredient.has('activeManifest') ? 'activeManifest' : 'c2pa_manifest'),
  );
  return manifestLabel(textAt(reference, 'url'));
}

/** All manifests, each once: breadth first from the active one, then those that nothing points to. */
export function reachable(store: CrStore): readonly CrManifest[] {
  const byLabel = new Map(store.manifests.toReversed().map((one) => [one.label, one]));
  const order = new Map<FileText, CrManifest>([[store.active.label, store.active]]);
  // A map grows while it is walked: each manifest is entered once, so a cycle ends the walk.
  for (const manifest of order.values())
    for (const ingredient of ingredientsOf(manifest)) {
      const to = targetOf(ingredient);
      const next = to === undefined ? undefined : byLabel.get(to);
      if (next !== undefined && !order.has(next.label)) order.set(next.label, next);
    }
  for (const one of store.manifests) if (!order.has(one.label)) order.set(one.label, one);
  return [...order.values()];
}
