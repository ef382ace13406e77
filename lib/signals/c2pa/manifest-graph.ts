import { MAX_C2PA_MANIFESTS, MAX_DEPTH } from '../../bytes/limits';
import type { C2paIngredient, C2paManifest, C2paStore } from '../../c2pa/manifest-store';

/**
 * What a manifest is to the file: `own` — the active manifest and its chain of parents, the same asset at
 * earlier times · `component` — something placed into it.
 */
export type ManifestRole = 'own' | 'component';

/** One manifest reached from the active one, and by which ingredients, outermost first. */
export type Visit = {
  readonly manifest: C2paManifest;
  readonly role: ManifestRole;
  readonly via: readonly C2paIngredient[];
};

/**
 * Walks the manifest graph from the active manifest through its ingredients (C2PA 2.5 §18.16): each manifest
 * once, the asset's own chain before its components. An `inputTo` ingredient (prompt, model, reference) says
 * nothing about this file and is not followed, nor is one whose component was removed again.
 *
 * @returns nothing when the active manifest is not readable: a parent alone does not speak for the file
 */
export function walkManifests(store: C2paStore): readonly Visit[] {
  const byLabel = new Map<string, C2paManifest>(store.manifests.map((one) => [one.label, one]));
  const active = byLabel.get(store.active);
  const visits = new Map<string, Visit>();
  const own: Visit[] = active === undefined ? [] : [{ manifest: active, role: 'own', via: [] }];
  const components: Visit[] = [];
  while (visits.size < MAX_C2PA_MANIFESTS) {
    const visit = own.shift() ?? components.shift();
    if (visit === undefined) break;
    if (visits.has(visit.manifest.label)) continue;
    visits.set(visit.manifest.label, visit);
    for (const next of neighbours(visit, byLabel)) (next.role === 'own' ? own : components).push(next);
  }
  return [...visits.values()];
}

function neighbours(visit: Visit, byLabel: ReadonlyMap<string, C2paManifest>): readonly Visit[] {
  if (visit.via.length >= MAX_DEPTH) return [];
  return visit.manifest.ingredients.flatMap((ingredient) => {
    const role = ingredientRole(visit, ingredient);
    const manifest = ingredient.manifest === undefined ? undefined : byLabel.get(ingredient.manifest);
    return role && manifest ? [{ manifest, role, via: [...visit.via, ingredient] }] : [];
  });
}

/** What an ingredient is to the file; `undefined` when it is no part of it. */
export function ingredientRole(visit: Visit, ingredient: C2paIngredient): ManifestRole | undefined {
  if (ingredient.relationship === 'parentOf') return visit.role;
  if (ingredient.relationship !== 'componentOf') return undefined;
  return isRemoved(visit.manifest, ingredient) ? undefined : 'component';
}

/** `c2pa.removed`: a component that is no longer in the asset (C2PA 2.5 §18.15). */
function isRemoved(manifest: C2paManifest, ingredient: C2paIngredient): boolean {
  return manifest.actions.some(
    ({ action, ingredients }) => action === 'c2pa.removed' && ingredients.includes(ingredient.assertion),
  );
}
