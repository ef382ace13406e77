import type { PageItem } from '../../messages/page-items';
import {
  type AiState,
  type Finding,
  isPlatform,
  isSaidByPage,
  type Remark,
  type RemarkCode,
  type Statement,
} from '../../signals/finding';
import type { Words } from '../i18n';
import { platformOf, signalWords, statementWords } from './finding-words';
import { leadingFinding } from './leading-finding';

/** Remarks that set one statement against another, or against the code it rests on. The others are about form. */
const CONFLICT_CODES: readonly RemarkCode[] = [
  'producer-check-digit',
  'gb-labels-differ',
  'origin-contradiction',
];

/** One contradiction: what it is, and the value it is about. */
export type Conflict = { readonly id: string; readonly words: string; readonly value?: string };

/** Whether a remark belongs with the contradictions rather than with the remarks on form. */
export function isConflict({ code }: Remark): boolean {
  return CONFLICT_CODES.includes(code);
}

/** Everything in an item that contradicts itself; each contradiction once. Shown, never resolved. */
export function conflictsOf({ inspection }: Pick<PageItem, 'inspection'>, t: Words): readonly Conflict[] {
  const remarks = [...inspection.remarks, ...inspection.findings.flatMap(remarksOf)].filter(isConflict);
  const fromRemarks = remarks.map(({ code, value }) => ({
    id: `${code} ${value ?? ''}`,
    words: t(`remark.${code}`),
    ...(value === undefined ? {} : { value }),
  }));
  const { verdict } = inspection;
  const contrary =
    verdict.kind === 'ai' ? verdict.conflicts.filter(({ states }) => !agrees(states, verdict.state)) : [];
  const lead = leadingFinding(verdict);
  const all = [...fromRemarks, ...contrary.map((finding, i) => contraryFinding(finding, lead, i, t))];
  return [...new Map(all.map((conflict) => [conflict.id, conflict])).values()];
}

/** A finding may be a conflict for its form alone, a failing check digit, and say the very same as the verdict. */
function agrees(states: Statement, verdict: AiState): boolean {
  return states.kind === 'ai' && states.state === verdict;
}

/** A failing check digit is a contradiction also where no remark says so: the code carries its own proof. */
function remarksOf({ remarks, gb }: Finding): readonly Remark[] {
  const failing = [gb?.producer, gb?.propagator].flatMap((who) =>
    who?.code?.checkDigit === 'fails' ? [{ code: 'producer-check-digit' as const, value: who.raw }] : [],
  );
  const worded = remarks.filter(({ code }) => code !== 'producer-check-digit' || failing.length === 0);
  return [...worded, ...failing];
}

function contraryFinding(finding: Finding, lead: Finding | undefined, index: number, t: Words): Conflict {
  const statement = statementWords(finding.states, t);
  const words =
    lead && isSaidByPage(lead) !== isSaidByPage(finding)
      ? t('item.conflictSides', {
          one: sideWords(finding, t),
          statement,
          other: sideWords(lead, t),
          contrary: statementWords(lead.states, t),
        })
      : t('item.conflictFinding', { signal: signalWords(finding, t), statement });
  return { id: `finding ${index}`, words, value: finding.place.path.join(' › ') };
}

/** Who says a thing: the platform by its name, else the page or the file, by which signal. */
function sideWords(finding: Finding, t: Words): string {
  if (isPlatform(finding.signal)) return platformOf(finding, t);
  return t(isSaidByPage(finding) ? 'side.page' : 'side.file', { signal: signalWords(finding, t) });
}
