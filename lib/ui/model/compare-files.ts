import { labelWords } from '../../labels/label-words';
import type { GivenFile } from '../inspect/use-files';
import type { View } from '../view-context';
import { actionsLine } from './c2pa-words';
import { credentialState } from './credential-state';
import { assuranceWords, signalWords, statementWords } from './finding-words';
import { gbLabelOf } from './gb-label-of';
import { itemOfFile } from './given-file';
import { localTime } from './local-time';

/** Longest value compared on screen; longer ones are cut, and still compared whole. */
const MAX_SHOWN_CHARS = 300;

/** One line of the comparison. `same` compares the whole values; a value that is missing is ''. */
export type Compared = {
  readonly name: string;
  readonly left: string;
  readonly right: string;
  readonly same: boolean;
};

type Words = Pick<View, 't' | 'language' | 'jurisdiction'>;
type Rows = ReadonlyMap<string, string>;

/** What two files state, line by line: size, hash, label, every finding, credential and history. */
export function compareFiles(left: GivenFile, right: GivenFile, view: Words): readonly Compared[] {
  const [a, b] = [rowsOf(left, view), rowsOf(right, view)];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return names.map((name) => compared(name, a.get(name) ?? '', b.get(name) ?? ''));
}

function compared(name: string, left: string, right: string): Compared {
  return { name, left: cut(left), right: cut(right), same: left === right };
}

const cut = (value: string) =>
  value.length > MAX_SHOWN_CHARS ? `${value.slice(0, MAX_SHOWN_CHARS - 1)}…` : value;

function rowsOf(file: GivenFile, view: Words): Rows {
  const { t } = view;
  const { size, sha256, inspection } = file.reading;
  return new Map([
    [t('inspect.size'), size === undefined ? '' : t('reportText.bytes', { bytes: size })],
    ['SHA-256', sha256 ?? ''],
    [t('inspect.container'), inspection?.container ?? ''],
    [t('inspect.verdict'), verdictWords(file, view)],
    ...findingRows(file, view),
    ...gbRows(file, view),
    ...credentialRows(file, view),
  ]);
}

/** The label of a file in words, or what stands in for one. */
export function verdictWords(file: GivenFile, { t, language, jurisdiction }: Words): string {
  const item = itemOfFile(file);
  if (item === undefined) return t('inspect.reading');
  if (item.label !== undefined) return labelWords(item.label, jurisdiction, language).label;
  const { verdict } = item.inspection;
  if (verdict.kind === 'unreadable') return t(`readState.${verdict.why}`);
  return verdict.kind === 'not-checked' ? t(`notChecked.${verdict.why}`) : t('page.noLabels');
}

/** All findings of one signal in one line, so that two files with different numbers of them line up. */
function findingRows({ reading }: GivenFile, { t }: Words): readonly (readonly [string, string])[] {
  const rows = new Map<string, string[]>();
  for (const finding of reading.inspection?.findings ?? []) {
    const name = signalWords(finding, t);
    const values = finding.rows?.map(({ name: row, value }) => `${row} ${value}`) ?? [];
    const line = [statementWords(finding.states, t), assuranceWords(finding, t), ...values];
    rows.set(name, [...(rows.get(name) ?? []), line.join(' · ')]);
  }
  return [...rows].map(([name, lines]) => [name, lines.join('\n')]);
}

function gbRows(file: GivenFile, { t }: Words): readonly (readonly [string, string])[] {
  const item = itemOfFile(file);
  const gb = item === undefined ? undefined : gbLabelOf(item);
  if (gb === undefined) return [];
  return Object.entries(gb.fields).map(([name, value]) => [`${t('signal.gb45438')} · ${name}`, value]);
}

function credentialRows(
  { reading }: GivenFile,
  { t, language }: Words,
): readonly (readonly [string, string])[] {
  const credential = reading.inspection?.credential;
  const active = reading.graph?.nodes.find(({ label }) => label === reading.graph?.active);
  const signedBy = active?.signedBy ?? (credential?.kind === 'checked' ? credential.signedBy : undefined);
  const signer = [signedBy?.name, signedBy?.organization].filter((part) => part !== undefined).join(' · ');
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t('inspect.credential'), credential && t(`credential.state.${credentialState(credential)}`)],
    [t('history.signer'), signer],
    [t('history.when'), signedBy?.signedAt && localTime(signedBy.signedAt, language)],
    [t('history.tool'), active?.claimGenerator],
    [t('history.actions'), active && actionsLine(active.actions, t)],
    [t('inspect.steps'), reading.graph && String(reading.graph.nodes.length)],
  ];
  return rows.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  );
}
