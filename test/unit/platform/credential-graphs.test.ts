import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import type { GraphNode, ProvenanceGraph } from '../../../lib/c2pa/credential';
import {
  clearGraphs,
  fitGraph,
  keyOfMedia,
  MAX_GRAPH_CHARS,
  readGraph,
  saveGraph,
} from '../../../lib/platform/credential-graphs';

const node = (thumbnail?: string): GraphNode => ({
  label: fileText('urn:c2pa:1'),
  integrity: 'intact',
  signer: 'listed',
  actions: [],
  allActions: false,
  ingredients: [{ relationship: 'parentOf', ...(thumbnail === undefined ? {} : { thumbnail }) }],
  identities: [],
  softBindings: [],
  codes: [],
  ...(thumbnail === undefined ? {} : { thumbnail }),
});

const graph = (raw: string, thumbnail?: string): ProvenanceGraph => ({
  active: fileText('urn:c2pa:1'),
  nodes: [node(thumbnail)],
  raw: fileText(raw),
  certificates: [],
  lists: [],
});

describe('kept histories', () => {
  beforeEach(() => clearGraphs());

  it('are found again under their key, the latest of each', async () => {
    await saveGraph('a', graph('first'));
    await saveGraph('a', graph('second'));
    expect((await readGraph('a'))?.raw).toBe('second');
    expect(await readGraph('b')).toBeUndefined();
  });

  it('are the newest hundred', async () => {
    for (let at = 0; at < 103; at += 1) await saveGraph(`k${String(at).padStart(3, '0')}`, graph(''));
    const kept = await Promise.all(['k000', 'k001', 'k002', 'k003', 'k102'].map(readGraph));
    expect(kept.filter((one) => one !== undefined).length).toBe(2);
    expect(kept[4]).toBeDefined();
  });

  it('are gone when they are cleared', async () => {
    await saveGraph('a', graph(''));
    await clearGraphs();
    expect(await readGraph('a')).toBeUndefined();
  });

  it('keep their thumbnails while they fit, then the raw store', () => {
    const large = 'x'.repeat(MAX_GRAPH_CHARS);
    expect(fitGraph(graph('raw', 'data:'))?.nodes).toEqual([node('data:')]);
    expect(fitGraph(graph('raw', large))).toEqual(graph('raw'));
    expect(fitGraph(graph(large, large))).toEqual(graph(''));
  });
});

describe('the key of a medium', () => {
  it('is its address without the fragment', () => {
    expect(keyOfMedia('https://a.example/1.jpg?x#y')).toBe('https://a.example/1.jpg?x');
  });

  it('is bounded', () => {
    expect(keyOfMedia(`data:image/png;base64,${'A'.repeat(100_000)}`).length).toBe(8 * 1024);
  });
});
