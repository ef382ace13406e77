import { useState } from 'preact/hooks';
import type { GraphAction, GraphNode } from '../../c2pa/credential';
import { actionWords, sourceTypeWords } from '../model/c2pa-words';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';

/** Actions listed at first; editors may write hundreds. */
const FIRST_ACTIONS = 12;

/** What was done at one step, in people's words, with what each action states about the origin. */
export function ActionList({ node }: { readonly node: GraphNode }) {
  const { t } = useView();
  const [all, setAll] = useState(false);
  const { actions } = node;
  const shown = all ? actions : actions.slice(0, FIRST_ACTIONS);
  const more = actions.length - shown.length;
  return (
    <section class="step-part">
      <h4>{t('history.actions')}</h4>
      {actions.length === 0 && <p class="muted">{t('history.noActions')}</p>}
      <ol class="step-actions">
        {shown.map((action, index) => (
          <Action key={`${index} ${action.action}`} action={action} />
        ))}
      </ol>
      {more > 0 && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {t('history.moreActions', { count: more })}
        </button>
      )}
      {actions.length > 0 && (
        <p class="muted small">{t(node.allActions ? 'history.allActions' : 'history.someActions')}</p>
      )}
    </section>
  );
}

function Action({ action }: { readonly action: GraphAction }) {
  const { t, language } = useView();
  const { when, agent, sourceType, description } = action;
  return (
    <li>
      <span title={action.action}>
        <bdi>{actionWords(action.action, t)}</bdi>
      </span>
      {sourceType !== undefined && (
        <span title={sourceType}>
          {' · '}
          <b>
            <bdi>{sourceTypeWords(sourceType, t)}</bdi>
          </b>
        </span>
      )}
      {agent !== undefined && (
        <span class="muted">
          {' · '}
          <bdi>{t('history.actionBy', { agent })}</bdi>
        </span>
      )}
      {description !== undefined && (
        <span class="muted step-words">
          <bdi>{description}</bdi>
        </span>
      )}
      {when !== undefined && <span class="muted small step-words">{localTime(when, language)}</span>}
    </li>
  );
}
