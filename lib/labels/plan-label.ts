import type { PageSide } from '../rules/jurisdiction';
import { isSaidByPage } from '../signals/finding';
import type { Verdict } from '../verdict/verdict';
import type { LabelPlan } from './label-plan';

/** What a reader of labels may choose. */
export type LabelOptions = {
  /** Also label pictures whose intact credential states a camera capture. Off unless the user asks for it. */
  readonly showCaptured?: boolean;
  /** The credential is being checked now. One that waits to be asked for, or was not checked in the end, is not. */
  readonly checking?: boolean;
};

/**
 * Turns a verdict into the label to draw, after the states of Article 6 of the Labelling Measures.
 *
 * @returns `undefined` where nothing is drawn: nothing found, unreadable, not checked — and a capture, unless
 *   `options.showCaptured`. Absence never gets a label, since no label means neither "not AI" nor "authentic".
 */
export function planLabel(verdict: Verdict, options: LabelOptions = {}): LabelPlan | undefined {
  const pending = options.checking === true;
  switch (verdict.kind) {
    case 'ai':
      return planAi(verdict, pending);
    case 'credential-broken':
      return { badge: 'broken', text: 'broken', pending };
    case 'captured':
      return options.showCaptured === true ? { badge: 'captured', text: 'captured', pending } : undefined;
    case 'no-label':
    case 'unreadable':
    case 'not-checked':
      return undefined;
  }
}

function planAi(verdict: Extract<Verdict, { kind: 'ai' }>, pending: boolean): LabelPlan {
  const side = sideOf(verdict);
  const saidBy = side === undefined ? {} : { saidBy: side };
  if (verdict.state !== 'confirmed') return { badge: verdict.state, text: verdict.state, pending, ...saidBy };
  const text = verdict.extent === 'partial' ? 'confirmed.partial' : 'confirmed.full';
  return { badge: 'confirmed', text, pending, ...saidBy };
}

/** The file speaks for itself wherever it does; what a platform says goes before what else stands on the page. */
function sideOf({ because, state }: Extract<Verdict, { kind: 'ai' }>): PageSide | undefined {
  const deciding = because.filter((one) => one.states.kind === 'ai' && one.states.state === state);
  if (deciding.length === 0 || !deciding.every(isSaidByPage)) return undefined;
  return deciding.some(({ assurance }) => assurance === 'platform') ? 'platform' : 'page';
}
