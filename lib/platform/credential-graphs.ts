import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { fileText } from '../bytes/file-text';
import type { GraphNode, ProvenanceGraph } from '../c2pa/credential';

/** Histories kept, the newest; a page of pictures with credentials is looked at soon or never. */
const MAX_GRAPHS = 100;

/** Most JSON characters of one history; beyond it the thumbnails go first, then the raw store. */
export const MAX_GRAPH_CHARS = 2 * 1024 * 1024;

const DATABASE = 'credentials';
const VERSION = 1;

type Kept = { readonly key: string; readonly at: number; readonly graph: ProvenanceGraph };

interface Schema extends DBSchema {
  graphs: { key: string; value: Kept; indexes: { at: number } };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(DATABASE, VERSION, {
    upgrade: (db) => void db.createObjectStore('graphs', { keyPath: 'key' }).createIndex('at', 'at'),
    terminated: () => {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Longest address used as it is; longer ones are pictures themselves. */
const MAX_KEY_CHARS = 8 * 1024;

/** Key under which the history of a medium is kept: its address without fragment, cut where it is the medium itself. */
export function keyOfMedia(url: string): string {
  const [address = ''] = url.split('#', 1);
  return address.slice(0, MAX_KEY_CHARS);
}

/**
 * Keeps a history for views, in place of an older one of the same medium. The oldest go when there are too many.
 *
 * @throws when the browser refuses storage
 */
export async function saveGraph(key: string, graph: ProvenanceGraph): Promise<void> {
  const fitted = fitGraph(graph);
  if (!fitted) return;
  const db = await database();
  const change = db.transaction('graphs', 'readwrite');
  await change.store.put({ key, at: Date.now(), graph: fitted });
  const surplus = (await change.store.count()) - MAX_GRAPHS;
  if (surplus > 0)
    for (const old of await change.store.index('at').getAllKeys(null, surplus))
      await change.store.delete(old);
  await change.done;
}

/** The history kept under a key; `undefined` where there is none (any more). */
export async function readGraph(key: string): Promise<ProvenanceGraph | undefined> {
  return (await (await database()).get('graphs', key))?.graph;
}

/** Forgets all histories. */
export async function clearGraphs(): Promise<void> {
  await (await database()).clear('graphs');
}

/** The history within its bound: without thumbnails, then without the raw store; nothing where even that is too much. */
export function fitGraph(graph: ProvenanceGraph): ProvenanceGraph | undefined {
  const bare = { ...graph, nodes: graph.nodes.map(withoutThumbnails) };
  const rounds = [graph, bare, { ...bare, raw: fileText('') }];
  return rounds.find((round) => JSON.stringify(round).length <= MAX_GRAPH_CHARS);
}

function withoutThumbnails({ thumbnail: _, ...node }: GraphNode): GraphNode {
  return { ...node, ingredients: node.ingredients.map(({ thumbnail: __, ...edge }) => edge) };
}
