import { useCallback, useRef, useState } from 'preact/hooks';
import { type TreePlace, treeStep } from '../model/provenance-tree';

/** The tree's state: which place has the focus (and is shown in full), and which are folded. */
export type Tree = {
  readonly root: TreePlace;
  readonly at: string;
  readonly folded: ReadonlySet<string>;
  readonly go: (key: string) => void;
  readonly turn: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Takes the element of each place, to move the focus. */
  readonly hold: (key: string, element: HTMLElement | null) => void;
};

/** Keys, folding and the one focus of a tree (WAI-ARIA tree view pattern, selection follows focus). */
export function useTree(root: TreePlace): Tree {
  const [at, setAt] = useState(root.key);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const elements = useRef(new Map<string, HTMLElement>());
  const hold = useCallback((key: string, element: HTMLElement | null) => {
    if (element === null) elements.current.delete(key);
    else elements.current.set(key, element);
  }, []);
  const turn = useCallback((key: string) => {
    setFolded((now) => toggled(now, key));
    setAt((now) => (now.startsWith(`${key}.`) ? key : now));
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = treeStep(event.key, at, root, folded);
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (step.kind !== 'go') return turn(step.key);
    setAt(step.key);
    elements.current.get(step.key)?.focus();
  };
  return { root, at, folded, go: setAt, turn, onKeyDown, hold };
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
