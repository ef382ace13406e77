import { describe, expect, it } from 'vitest';
import {
  MAX_TREE_DEPTH,
  MAX_TREE_PLACES,
  provenanceTree,
  type TreePlace,
  treeStep,
  visiblePlaces,
} from '../../../lib/ui/model/provenance-tree';
import { capture, circular, composite, longChain, parentChain } from '../../support/ui-harness/graphs';

const NOTHING_FOLDED: ReadonlySet<string> = new Set();
const keys = (root: TreePlace | undefined, folded = NOTHING_FOLDED) =>
  root === undefined ? [] : visiblePlaces(root, folded).map(({ key, kind }) => `${key} ${kind}`);

describe('provenanceTree', () => {
  it('begins with the file and leads to what it was made from', () => {
    expect(keys(provenanceTree(parentChain))).toEqual(['0 manifest', '0.0 manifest']);
    expect(keys(provenanceTree(capture))).toEqual(['0 manifest']);
    expect(keys(provenanceTree(composite))).toEqual([
      '0 manifest',
      '0.0 manifest',
      '0.1 manifest',
      '0.2 bare',
      '0.3 bare',
    ]);
  });

  it('opens a shared or circular manifest once', () => {
    expect(keys(provenanceTree(circular))).toEqual([
      '0 manifest',
      '0.0 again',
      '0.1 manifest',
      '0.1.0 again',
      '0.2 again',
      '0.3 bare',
    ]);
  });

  it('cuts a history that is too deep and says so', () => {
    const rows = keys(provenanceTree(longChain(60)));
    expect(rows).toHaveLength(MAX_TREE_DEPTH + 2);
    expect(rows.at(-1)).toMatch(/ cut$/);
  });

  it('cuts a history that is too wide and says so', () => {
    const [first] = composite.nodes;
    const wide = Array.from({ length: 5000 }, () => composite.nodes[0]!.ingredients[2]!);
    const rows = keys(provenanceTree({ ...composite, nodes: [{ ...first!, ingredients: wide }] }));
    expect(rows).toHaveLength(MAX_TREE_PLACES + 1);
    expect(rows.at(-1)).toBe(`0.${MAX_TREE_PLACES - 1} cut`);
  });

  it('is undefined where the active manifest is not there', () => {
    expect(provenanceTree({ ...capture, nodes: [] })).toBeUndefined();
  });
});

describe('treeStep', () => {
  const root = provenanceTree(composite)!;
  const step = (pressed: string, at: string, folded = NOTHING_FOLDED) => treeStep(pressed, at, root, folded);

  it('walks the places on screen', () => {
    expect(step('ArrowDown', '0')).toEqual({ kind: 'go', key: '0.0' });
    expect(step('ArrowUp', '0.1')).toEqual({ kind: 'go', key: '0.0' });
    expect(step('End', '0')).toEqual({ kind: 'go', key: '0.3' });
    expect(step('Home', '0.3')).toEqual({ kind: 'go', key: '0' });
    expect(step('ArrowUp', '0')).toBeUndefined();
    expect(step('ArrowDown', '0.3')).toBeUndefined();
    expect(step('x', '0')).toBeUndefined();
    expect(step('ArrowDown', 'gone')).toBeUndefined();
  });

  it('folds and unfolds, and goes in and out', () => {
    const folded = new Set(['0']);
    expect(step('ArrowLeft', '0')).toEqual({ kind: 'fold', key: '0' });
    expect(step('ArrowLeft', '0', folded)).toBeUndefined();
    expect(step('ArrowRight', '0', folded)).toEqual({ kind: 'unfold', key: '0' });
    expect(step('ArrowRight', '0')).toEqual({ kind: 'go', key: '0.0' });
    expect(step('ArrowRight', '0.0')).toBeUndefined();
    expect(step('ArrowLeft', '0.2')).toEqual({ kind: 'go', key: '0' });
    expect(step('ArrowDown', '0', folded)).toBeUndefined();
  });
});
