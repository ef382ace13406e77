import { useMemo } from 'preact/hooks';
import type { ProvenanceGraph } from '../../c2pa/credential';
import { useNarrow } from '../hooks/use-narrow';
import { provenanceTree, type TreePlace, visiblePlaces } from '../model/provenance-tree';
import { useView } from '../view-context';
import { ExpertPart } from './expert-part';
import { HistoryTree } from './history-tree';
import { StepDetails } from './step-details';
import { useTree } from './use-tree';
import { ZoomFrame } from './zoom-frame';
import './provenance.css';

type Props = {
  readonly graph: ProvenanceGraph;
  /** `list`: for a panel; `page`: drawn as a graph from left to right, zoomable, where there is room for it. */
  readonly layout: 'list' | 'page';
};

const NOTHING: ReadonlySet<string> = new Set();

/** A file's history: the chain to walk, the step that is looked at in full, and the raw data. */
export function HistoryView({ graph, layout: wanted }: Props) {
  const { t } = useView();
  const layout = useNarrow() ? 'list' : wanted;
  const root = useMemo(() => provenanceTree(graph), [graph]);
  if (root === undefined) return <p class="muted">{t('history.none')}</p>;
  return (
    <div class={`history history-${layout}`}>
      <Walk key={graph.active} root={root} layout={layout} />
      <ExpertPart graph={graph} />
    </div>
  );
}

function Walk({ root, layout }: { readonly root: TreePlace; readonly layout: Props['layout'] }) {
  const { t } = useView();
  const tree = useTree(root);
  const places = visiblePlaces(root, NOTHING);
  const selected = places.find(({ key }) => key === tree.at) ?? root;
  return (
    <>
      <p class="muted small">{t('history.stepCount', { count: places.length })}</p>
      {places.length > 1 && <p class="muted small">{t('history.keys')}</p>}
      <div class="history-parts">
        {layout === 'page' ? (
          <ZoomFrame>
            <HistoryTree tree={tree} />
          </ZoomFrame>
        ) : (
          <HistoryTree tree={tree} />
        )}
        <StepDetails key={selected.key} place={selected} />
      </div>
    </>
  );
}
