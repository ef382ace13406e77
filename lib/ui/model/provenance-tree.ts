import type { GraphEdge, GraphNode, ProvenanceGraph } from '../../c2pa/credential';

/** Levels drawn below the file itself; a history of more steps than this is cut and said to be. */
export const MAX_TREE_DEPTH = 24;

/** Places drawn in all: thousands of ingredients would stall the view. */
export const MAX_TREE_PLACES = 300;

/**
 * One place in the drawn history. `key` is its path of positions (`0.2.1`), unique and free of text from the file.
 *
 * - `manifest`: described by a manifest of the store
 * - `bare`: an ingredient without a manifest in the store
 * - `again`: a manifest that stands elsewhere in the drawing; ingredient graphs may share manifests and have cycles
 * - `cut`: the limit of the drawing
 */
export type TreePlace = {
  readonly key: string;
  readonly kind: 'manifest' | 'bare' | 'again' | 'cut';
  readonly level: number;
  readonly edge?: GraphEdge;
  readonly node?: GraphNode;
  readonly parts: readonly TreePlace[];
};

type Drawing = {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly drawn: Set<string>;
  left: number;
};

/**
 * The history as a tree with the file itself as its root. Every manifest is opened once, where it is reached first, so
 * that a shared or circular graph ends; depth and number of places are bounded.
 *
 * @returns `undefined` where the graph does not hold its own active manifest
 */
export function provenanceTree(graph: ProvenanceGraph): TreePlace | undefined {
  const nodes = new Map<string, GraphNode>();
  for (const node of graph.nodes) if (!nodes.has(node.label)) nodes.set(node.label, node);
  const active = nodes.get(graph.active);
  if (active === undefined) return undefined;
  return placeOf(active, undefined, '0', 1, { nodes, drawn: new Set(), left: MAX_TREE_PLACES });
}

function placeOf(
  node: GraphNode,
  edge: GraphEdge | undefined,
  key: string,
  level: number,
  drawing: Drawing,
): TreePlace {
  drawing.left--;
  const place = { key, level, node, ...(edge === undefined ? {} : { edge }) };
  if (drawing.drawn.has(node.label)) return { ...place, kind: 'again', parts: [] };
  drawing.drawn.add(node.label);
  return { ...place, kind: 'manifest', parts: partsOf(node, key, level + 1, drawing) };
}

function partsOf(node: GraphNode, key: string, level: number, drawing: Drawing): readonly TreePlace[] {
  const parts: TreePlace[] = [];
  for (const [index, edge] of node.ingredients.entries()) {
    const at = `${key}.${index}`;
    if (level > MAX_TREE_DEPTH + 1 || drawing.left <= 0) {
      parts.push({ key: at, kind: 'cut', level, parts: [] });
      return parts;
    }
    parts.push(ingredientPlace(edge, at, level, drawing));
  }
  return parts;
}

function ingredientPlace(edge: GraphEdge, key: string, level: number, drawing: Drawing): TreePlace {
  const node = edge.to === undefined ? undefined : drawing.nodes.get(edge.to);
  if (node !== undefined) return placeOf(node, edge, key, level, drawing);
  drawing.left--;
  return { key, kind: 'bare', level, edge, parts: [] };
}

/** The places on screen, in reading order: those whose way from the root is not folded. */
export function visiblePlaces(root: TreePlace, folded: ReadonlySet<string>): readonly TreePlace[] {
  const rows: TreePlace[] = [];
  const waiting: TreePlace[] = [root];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    rows.push(place);
    if (!folded.has(place.key)) waiting.push(...[...place.parts].reverse());
  }
  return rows;
}

/** Where an arrow key leads: a place to go to, or one to fold or unfold (WAI-ARIA tree view pattern). */
export type TreeStep =
  | { readonly kind: 'go'; readonly key: string }
  | { readonly kind: 'fold' | 'unfold'; readonly key: string };

/**
 * What a key press in the tree does.
 *
 * @param pressed value of `KeyboardEvent.key`
 * @param at key of the place that has the focus
 * @returns `undefined` where the key is not one of the tree's, or leads nowhere
 */
export function treeStep(
  pressed: string,
  at: string,
  root: TreePlace,
  folded: ReadonlySet<string>,
): TreeStep | undefined {
  const rows = visiblePlaces(root, folded);
  const index = rows.findIndex(({ key }) => key === at);
  const here = rows[index];
  if (here === undefined) return undefined;
  switch (pressed) {
    case 'ArrowDown':
      return goTo(rows[index + 1]);
    case 'ArrowUp':
      return goTo(rows[index - 1]);
    case 'Home':
      return goTo(rows[0]);
    case 'End':
      return goTo(rows.at(-1));
    case 'ArrowRight':
      return inwards(here, folded);
    case 'ArrowLeft':
      return outwards(here, folded);
    default:
      return undefined;
  }
}

const goTo = (place: TreePlace | undefined): TreeStep | undefined =>
  place === undefined ? undefined : { kind: 'go', key: place.key };

function inwards(here: TreePlace, folded: ReadonlySet<string>): TreeStep | undefined {
  if (here.parts.length === 0) return undefined;
  return folded.has(here.key) ? { kind: 'unfold', key: here.key } : goTo(here.parts[0]);
}

function outwards(here: TreePlace, folded: ReadonlySet<string>): TreeStep | undefined {
  if (here.parts.length > 0 && !folded.has(here.key)) return { kind: 'fold', key: here.key };
  const dot = here.key.lastIndexOf('.');
  return dot < 0 ? undefined : { kind: 'go', key: here.key.slice(0, dot) };
}
