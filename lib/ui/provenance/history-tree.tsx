import type { TreePlace } from '../model/provenance-tree';
import { useView } from '../view-context';
import { PlaceCard } from './place-card';
import type { Tree } from './use-tree';

/** Levels that are indented in full; a deep history would leave no room for words in a narrow panel. */
const FULL_INDENTS = 4;

/** The chain from this file to what it was made from, walked with the arrow keys. */
export function HistoryTree({ tree }: { readonly tree: Tree }) {
  const { t } = useView();
  return (
    <div class="history-tree" role="tree" aria-label={t('history.tree')}>
      <Branch place={tree.root} tree={tree} position={1} size={1} />
    </div>
  );
}

type BranchProps = {
  readonly place: TreePlace;
  readonly tree: Tree;
  readonly position: number;
  readonly size: number;
};

function Branch({ place, tree, position, size }: BranchProps) {
  const { key, parts } = place;
  const open = parts.length > 0 && !tree.folded.has(key);
  const selected = tree.at === key;
  const choose = (event: Event) => {
    event.stopPropagation();
    tree.go(key);
  };
  return (
    <div
      class="branch"
      role="treeitem"
      aria-level={place.level}
      aria-posinset={position}
      aria-setsize={size}
      aria-selected={selected}
      {...(parts.length === 0 ? {} : { 'aria-expanded': open })}
      tabIndex={selected ? 0 : -1}
      data-key={key}
      ref={(element) => tree.hold(key, element)}
      onClick={choose}
      onFocus={choose}
      onKeyDown={tree.onKeyDown}
    >
      <span class="branch-row">
        <PlaceCard place={place} />
        {parts.length > 0 && <FoldMark open={open} onTurn={() => tree.turn(key)} />}
      </span>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this is a branch of a tree
        <div class={place.level < FULL_INDENTS ? 'branch-parts indented' : 'branch-parts'} role="group">
          {parts.map((part, index) => (
            <Branch key={part.key} place={part} tree={tree} position={index + 1} size={parts.length} />
          ))}
        </div>
      )}
    </div>
  );
}

/** For the pointer; the keyboard folds with the arrow keys, screen readers hear `aria-expanded`. */
function FoldMark({ open, onTurn }: { readonly open: boolean; readonly onTurn: () => void }) {
  const { t } = useView();
  const turn = (event: Event) => {
    event.stopPropagation();
    onTurn();
  };
  return (
    <button
      type="button"
      class="fold-mark"
      tabIndex={-1}
      title={t(open ? 'history.fold' : 'history.unfold')}
      onClick={turn}
    >
      <span aria-hidden="true">{open ? '−' : '+'}</span>
      <span class="visually-hidden">{t(open ? 'history.fold' : 'history.unfold')}</span>
    </button>
  );
}
